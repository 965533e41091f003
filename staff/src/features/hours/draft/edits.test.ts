import { expect, test } from "vitest";
import {
  changedException,
  changedInterval,
  copiedDay,
  struckHoliday,
  withException,
  withHolidays,
  withInterval,
  withLaterWeek,
  withoutHoliday,
  withoutInterval,
  written,
} from "./edits";
import { agencyHours, closedWeek, holiday, workWeek } from "./world";

test("a closed day opens as usual, an open one gets an afternoon after a break", () => {
  expect(withInterval([])).toEqual([["09:00", "17:00"]]);
  expect(withInterval([["08:00", "12:00"]])).toEqual([
    ["08:00", "12:00"],
    ["13:00", "17:00"],
  ]);
  expect(withInterval([["08:00", "20:30"]])[1]).toEqual(["21:30", "24:00"]);
});

test("where nothing sensible can follow, one types", () => {
  for (const last of [
    ["22:00", "06:00"],
    ["08:00", "24:00"],
    ["8", "late"],
  ]) {
    expect(withInterval([last])[1]).toEqual(["", ""]);
  }
});

test("intervals are changed and removed by their place", () => {
  const day = [
    ["08:00", "12:00"],
    ["13:00", "17:00"],
  ];
  expect(changedInterval(day, 1, ["13:30", "17:00"])[1]).toEqual(["13:30", "17:00"]);
  expect(withoutInterval(day, 0)).toEqual([["13:00", "17:00"]]);
  expect(day).toHaveLength(2);
});

test("a day is copied to others and to nothing else", () => {
  const week = copiedDay({ ...closedWeek, mon: [["08:00", "12:00"]] }, "mon", ["tue", "sun"]);
  expect(week).toEqual({
    ...closedWeek,
    mon: [["08:00", "12:00"]],
    tue: [["08:00", "12:00"]],
    sun: [["08:00", "12:00"]],
  });
});

test("holidays stay in the order of their dates, are struck out and restored in place, and removed", () => {
  const hours = withHolidays(agencyHours, [
    holiday("2026-12-25", "Christmas"),
    holiday("2026-01-01", "New Year"),
  ]);
  expect(hours.holidays.map(({ name }) => name)).toEqual(["New Year", "Christmas"]);
  const struck = struckHoliday(hours, 1, true);
  expect(struck.holidays[1]).toEqual(holiday("2026-12-25", "Christmas", { struck_out: true }));
  expect(struckHoliday(struck, 1, false)).toEqual(hours);
  expect(withoutHoliday(hours, 0).holidays.map(({ name }) => name)).toEqual(["Christmas"]);
  expect(struckHoliday(hours, 9, true)).toBe(hours);
});

test("exceptions and later weeks are kept by date", () => {
  const twice = withException(withException(agencyHours, { date: "2026-12-31", hours: [] }), {
    date: "2026-12-24",
    hours: [["08:00", "12:00"]],
  });
  expect(twice.exceptions.map(({ date }) => date)).toEqual(["2026-12-24", "2026-12-31"]);
  expect(changedException(twice, 1, [["09:00", "10:00"]]).exceptions[1]?.hours).toEqual([["09:00", "10:00"]]);
  const weeks = withLaterWeek(withLaterWeek(agencyHours, { date: "2027-06-01", weekly: workWeek }), {
    date: "2027-03-01",
    weekly: closedWeek,
  });
  expect(weeks.weekly_from.map(({ date }) => date)).toEqual(["2027-03-01", "2027-06-01"]);
});

test("what was typed in short is written out before it is sent; what is no time stays for the desk to refuse", () => {
  const hours = written({
    ...agencyHours,
    weekly: {
      ...workWeek,
      sat: [
        ["9", "1230"],
        ["x", " 24 "],
      ],
    },
    holidays: [holiday("2026-12-25", " Christmas ")],
    exceptions: [{ date: "2026-12-24", hours: [["8", "12"]] }],
  });
  expect(hours.weekly.sat).toEqual([
    ["09:00", "12:30"],
    ["x", "24:00"],
  ]);
  expect(hours.holidays[0]?.name).toBe("Christmas");
  expect(hours.exceptions[0]?.hours).toEqual([["08:00", "12:00"]]);
});
