import { expect, test } from "vitest";
import type { Backup } from "@/client/types";
import { outcomeOf, sizeInWords, stateOfBackups } from "./outcome";

const at = (text: string) => Date.parse(text);
const made: Backup = {
  began_at: "2026-11-25T08:00:00Z",
  ended_at: "2026-11-25T08:00:02Z",
  place: "/backups/one",
  scheduled: true,
  tickets: 3,
  attachments: 0,
  bytes: 1,
  problems: [],
  error: null,
  there: true,
};

test("a backup is whole, not whole, or not made", () => {
  expect(outcomeOf(made)).toBe("whole");
  expect(outcomeOf({ ...made, problems: ["x: damaged"] })).toBe("incomplete");
  expect(outcomeOf({ ...made, error: "no space", there: false })).toBe("failed");
  expect(outcomeOf({ ...made, there: false })).toBe("gone");
});

test("the newest decides, and one that is old where one should have been made", () => {
  const noon = at("2026-11-25T12:00:00Z");
  const later = at("2026-11-26T20:00:01Z");
  expect(stateOfBackups([], true, noon)).toBe("none");
  expect(stateOfBackups([made], true, noon)).toBe("whole");
  expect(stateOfBackups([made], true, later)).toBe("old");
  expect(stateOfBackups([made], false, later)).toBe("whole");
  expect(stateOfBackups([{ ...made, error: "no space" }, made], true, noon)).toBe("failed");
  expect(stateOfBackups([{ ...made, there: false }], true, noon)).toBe("none");
  expect(stateOfBackups([{ ...made, there: false }, made], true, noon)).toBe("whole");
});

test("sizes read in the unit that fits", () => {
  expect([12, 544_768, 12_400_000, 3_140_000_000].map(sizeInWords)).toEqual([
    "1 kB",
    "545 kB",
    "12.4 MB",
    "3.1 GB",
  ]);
});
