import { expect, test } from "vitest";
import { minutesOf, readTime } from "./clockTime";

test.each([
  ["9", "09:00"],
  ["09:30", "09:30"],
  ["9.15", "09:15"],
  ["930", "09:30"],
  ["1730", "17:30"],
  ["9:", "09:00"],
  ["24", "24:00"],
  [" 00:00 ", "00:00"],
])("%s is %s", (typed, time) => expect(readTime(typed)).toBe(time));

test.each(["", "noon", "25", "9.5", "24:30", "9:60", "9am", "12345"])("%s is no time", (typed) =>
  expect(readTime(typed)).toBeNull(),
);

test("minutes since midnight", () => {
  expect(minutesOf("24:00")).toBe(1440);
  expect(minutesOf("8:15")).toBe(495);
  expect(minutesOf("later")).toBeNull();
});
