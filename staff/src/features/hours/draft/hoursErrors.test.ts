import { expect, test } from "vitest";
import { hoursErrors, intervalError } from "./hoursErrors";
import { agencyHours, closedWeek, holiday, workWeek } from "./world";

test("good hours have no errors", () => {
  const night = { ...workWeek, sat: [["22:00", "06:00"]], sun: [["00:00", "24:00"]] };
  expect(hoursErrors({ ...agencyHours, weekly: night })).toEqual({});
});

test.each([
  ["09:00", "17:00", null],
  ["22:00", "06:00", null],
  ["22:00", "00:00", null],
  ["00:00", "24:00", null],
  ["9", "17", null],
  ["09:00", "09:00", /close as it opens/],
  ["24:00", "06:00", /only a close/],
  ["", "17:00", /Two times/],
  ["09:00", " ", /Two times/],
  ["9 am", "5:30 pm", null],
  ["09:00", "late", /^“late” is no time\. Write 17:30, 1730 or 5:30 pm/],
  ["9:5", "", /^“9:5” is no time/],
])("from %s to %s", (opens, closes, wrong) => {
  const error = intervalError([opens, closes]);
  if (wrong === null) expect(error).toBeNull();
  else expect(error).toMatch(wrong);
});

test("errors stand under the names the desk would use", () => {
  const bad = [["09:00", "09:00"]];
  const errors = hoursErrors({
    time_zone: "",
    weekly: { ...workWeek, mon: [...workWeek.mon, ...bad] },
    weekly_from: [{ date: "2027-01-01", weekly: { ...workWeek, tue: bad } }],
    holidays: [holiday("2026-12-25", "Christmas"), holiday("2026-12-25", " ")],
    exceptions: [
      { date: "2026-12-24", hours: bad },
      { date: "2026-02-30", hours: [] },
    ],
  });
  expect(Object.keys(errors).sort()).toEqual([
    "hours.exceptions[0].hours[0]",
    "hours.exceptions[1].date",
    "hours.holidays[1].date",
    "hours.holidays[1].name",
    "hours.time_zone",
    "hours.weekly.mon[1]",
    "hours.weekly_from[0].weekly.tue[0]",
  ]);
});

test("a desk that is never open again is refused", () => {
  const never = { ...agencyHours, weekly: closedWeek };
  expect(hoursErrors(never)["hours.weekly"]).toMatch(/never be open/);
  expect(hoursErrors({ ...never, weekly_from: [{ date: "2027-01-01", weekly: workWeek }] })).toEqual({});
});
