import { expect, test } from "vitest";
import type { TimeOff } from "@/client/types";
import { inOrder, stateInWords, timeOffWhen } from "./timeOffWords";

const off = (over: Partial<TimeOff>): TimeOff => ({
  id: 1,
  person: { id: 2, name: "Owen Talbot" },
  kind: "time_off",
  first_date: "2026-11-30",
  last_date: "2026-11-30",
  hours: null,
  note: "",
  state: "requested",
  asked_at: "2026-11-20T14:00:00Z",
  decided_by: null,
  decided_at: null,
  answer: "",
  known_gaps: 0,
  ...over,
});

test("days, a part of one, and the same part of each of several", () => {
  expect(timeOffWhen(off({}))).toBe("Mon 30 Nov");
  expect(timeOffWhen(off({ hours: ["13:00", "17:00"] }))).toBe("Mon 30 Nov 13:00–17:00");
  expect(timeOffWhen(off({ last_date: "2026-12-01", hours: ["13:00", "17:00"] }))).toBe(
    "Mon 30 Nov – Tue 1 Dec, each 13:00–17:00",
  );
});

test("who decided is named, and an absence was nobody's wish", () => {
  const by = { id: 1, name: "Mara Quill" };
  expect(stateInWords(off({}))).toBe("Waits for a manager");
  expect(stateInWords(off({ state: "granted", decided_by: by }))).toBe("Granted by Mara Quill");
  expect(stateInWords(off({ kind: "absence", state: "granted", decided_by: by }))).toBe("Recorded as absent");
});

test("what waits stands first", () => {
  const later = off({ id: 2, first_date: "2026-12-20" });
  const granted = off({ id: 3, state: "granted" });
  expect(inOrder([granted, later]).map(({ id }) => id)).toEqual([2, 3]);
});
