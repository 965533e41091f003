import { expect, test } from "vitest";
import { daysErrors, daysWritten, someDays } from "./days";

test("one date is enough, and a part of a day has two times", () => {
  const monday = { ...someDays, first: "2026-11-30" };
  expect(daysErrors(monday)).toEqual({});
  expect(daysWritten(monday)).toEqual({ first_date: "2026-11-30", last_date: "2026-11-30", hours: null });
  const afternoon = { ...monday, partly: true, hours: ["1 pm", "17"] };
  expect(daysErrors(afternoon)).toEqual({});
  expect(daysWritten(afternoon).hours).toEqual(["13:00", "17:00"]);
});

test("what is missing or the wrong way round is said at its field", () => {
  expect(Object.keys(daysErrors(someDays))).toEqual(["first_date"]);
  expect(Object.keys(daysErrors({ ...someDays, first: "2026-11-30", last: "2026-11-29" }))).toEqual([
    "last_date",
  ]);
  expect(Object.keys(daysErrors({ ...someDays, first: "2026-11-30", partly: true }))).toEqual(["hours"]);
});
