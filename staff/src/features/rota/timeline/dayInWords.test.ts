import { expect, test } from "vitest";
import { monToThu, newYork, period, person, week } from "../world";
import { dayInWords } from "./dayInWords";
import { shortHours } from "./shortHours";

const none = new Set<string>();

test("a day's hours, what takes them away, and a day off", () => {
  const owen = person(1, "Owen", monToThu, ["2026-11-30", "2026-12-01"]);
  expect(dayInWords(owen, "2026-11-30", newYork, none)).toBe("08:00–17:00");
  expect(dayInWords(owen, "2026-12-05", newYork, none)).toBe("off");
  const off = {
    ...owen,
    present: [],
    changes: [
      {
        kind: "time_off" as const,
        first_date: "2026-11-30",
        last_date: "2026-12-01",
        hours: null,
        time_off: 1,
        swap: null,
      },
    ],
  };
  expect(dayInWords(off, "2026-11-30", newYork, none)).toBe("08:00–17:00 time off");
});

test("a night is divided at midnight, which ends a day as 24:00", () => {
  const noor = person(2, "Noor", week({ mon: [["22:00", "06:00"]] }), ["2026-11-30"]);
  expect(dayInWords(noor, "2026-11-30", newYork, none)).toBe("22:00–24:00");
  expect(dayInWords(noor, "2026-12-01", newYork, none)).toBe("00:00–06:00");
});

test("on a bar whole hours have no minutes", () => {
  const read = ({ from, to }: { from: string; to: string }) => ({
    from: Date.parse(from),
    to: Date.parse(to),
  });
  expect(shortHours(read(period("2026-11-30", "08:30", "17:00")), newYork)).toBe("08:30–17");
});
