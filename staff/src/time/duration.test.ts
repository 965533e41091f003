import { expect, test } from "vitest";
import { minutesInWords, readDuration } from "./duration";

test.each([
  [0, "0 min"],
  [45, "45 min"],
  [60, "1 h"],
  [90, "1 h 30 min"],
  [1505, "25 h 5 min"],
])("%i minutes read %s", (minutes, words) => expect(minutesInWords(minutes)).toBe(words));

test.each([
  ["1h30", 90],
  ["1 h 30 min", 90],
  ["1h 5m", 65],
  ["1:30", 90],
  ["0:05", 5],
  ["90m", 90],
  ["90 min", 90],
  ["45", 45],
  [" 2h ", 120],
  ["1.5h", 90],
  ["1,5 h", 90],
  ["2 hours", 120],
  ["0.33h", 20],
  ["0", 0],
])("%s is %i minutes", (typed, minutes) => expect(readDuration(typed)).toBe(minutes));

test.each(["", "soon", "1:75", "1h75", "-5", "1.5", "1h30h", "1 30", "h", "9 am"])(
  "%s is no length of time",
  (typed) => expect(readDuration(typed)).toBeNull(),
);

test("what is written is read again", () => {
  for (const minutes of [1, 59, 60, 61, 90, 1440, 60_000])
    expect(readDuration(minutesInWords(minutes))).toBe(minutes);
});
