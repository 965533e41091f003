import { expect, test } from "vitest";
import { minutesOf, momentParts, readMoment, readTime } from "./clockTime";

test.each([
  ["9", "09:00"],
  ["09:30", "09:30"],
  ["9.15", "09:15"],
  ["930", "09:30"],
  ["1730", "17:30"],
  ["9:", "09:00"],
  ["24", "24:00"],
  [" 00:00 ", "00:00"],
  ["7", "07:00"],
  ["7.30", "07:30"],
  ["0730", "07:30"],
  ["7:30am", "07:30"],
  ["7:30 am", "07:30"],
  ["7:30\u202fPM", "19:30"],
  ["7.30 p.m.", "19:30"],
  ["730pm", "19:30"],
  ["9am", "09:00"],
  ["5 P", "17:00"],
  ["12 am", "00:00"],
  ["12:15 am", "00:15"],
  ["12pm", "12:00"],
])("%s is %s", (typed, time) => expect(readTime(typed)).toBe(time));

test.each([
  "",
  "noon",
  "midnight",
  "25",
  "9.5",
  "7:3",
  "24:30",
  "9:60",
  "12345",
  "17 pm",
  "0 am",
  "13:00 am",
  "24 am",
  "9 m",
  "am",
  "9:30 am pm",
  "-9",
])("%s is no time", (typed) => expect(readTime(typed)).toBeNull());

test("minutes since midnight", () => {
  expect(minutesOf("24:00")).toBe(1440);
  expect(minutesOf("8:15")).toBe(495);
  expect(minutesOf("later")).toBeNull();
});

test("a moment is a date and a time, each of which may be missing still", () => {
  expect(readMoment("2026-03-10T5:30 pm")).toBe("2026-03-10T17:30");
  expect(readMoment("2026-03-10Tlater")).toBe("2026-03-10Tlater");
  expect(readMoment("T9")).toBe("T09:00");
  expect(readMoment("")).toBe("");
  expect(momentParts("2026-03-10TTea time")).toEqual({ date: "2026-03-10", time: "Tea time" });
  expect(momentParts("")).toEqual({ date: "", time: "" });
});
