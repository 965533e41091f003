import { expect, test } from "vitest";
import { errorUnder, inSentences, placeInWords, placeOf, unplaced } from "./places";
import { agencyHours, workWeek } from "./world";

test.each([
  ["hours.time_zone", { part: "zone" }],
  ["hours.weekly", { part: "week" }],
  ["hours.weekly.mon", { part: "week", day: "mon" }],
  ["hours.weekly.mon[0]", { part: "week", day: "mon", interval: 0 }],
  ["hours.weekly.sun[1][0]", { part: "week", day: "sun", interval: 1 }],
  ["hours.weekly_from[2].date", { part: "later", index: 2 }],
  ["hours.weekly_from[0].weekly.tue[1]", { part: "later", index: 0, day: "tue", interval: 1 }],
  ["hours.holidays", { part: "holidays" }],
  ["hours.holidays[3].date", { part: "holidays", index: 3 }],
  ["hours.holidays[3].name", { part: "holidays", index: 3 }],
  ["hours.exceptions[0].hours[1]", { part: "exceptions", index: 0, interval: 1 }],
  ["hours.exceptions[12].date", { part: "exceptions", index: 12 }],
])("%s", (field, place) => expect(placeOf(field)).toEqual(place));

test.each(["hours", "confirmed", "hours.weekly.someday[0]", "hours.holidays[x]", "other.time_zone"])(
  "%s has no place",
  (field) => expect(placeOf(field)).toBeNull(),
);

test("an interval shows what is said of it or of one of its times, and of no other", () => {
  const fields = { "hours.weekly.mon[1][0]": "when?", "hours.weekly.mon[10]": "too many" };
  expect(errorUnder(fields, "hours.weekly.mon[1]")).toBe("when?");
  expect(errorUnder(fields, "hours.weekly.mon[0]")).toBeUndefined();
  expect(errorUnder({ "hours.weekly": "never" }, "hours.weekly_from")).toBeUndefined();
});

test("what has no place on the page is left over for the bar", () => {
  expect(unplaced({ "hours.time_zone": "a", confirmed: "b" })).toEqual({ confirmed: "b" });
});

test("a place is told to somebody who does not see it", () => {
  const night = {
    ...workWeek,
    fri: [
      ["08:00", "12:00"],
      ["22:00", "15:00"],
    ],
  };
  const hours = {
    ...agencyHours,
    weekly: night,
    weekly_from: [{ date: "2027-03-01", weekly: night }],
    exceptions: [{ date: "2026-12-24", hours: [["20:00", "14:00"]] }],
  };
  const words = (field: string) => placeInWords(field, hours);
  expect(words("hours.weekly.fri[1]")).toBe("Friday, 22:00–15:00");
  expect(words("hours.weekly_from[0].weekly.fri[1]")).toBe(
    "from Monday 1 March 2027 on, Friday, 22:00–15:00",
  );
  expect(words("hours.exceptions[0].hours[0]")).toBe("Thursday 24 December 2026, 20:00–14:00");
  expect(words("hours.exceptions[7].hours[0]")).toBe("");
  expect(words("confirmed")).toBe("");
});

test("what the desk says begins as a sentence does", () =>
  expect(inSentences({ "hours.time_zone": "there is none" })).toEqual({
    "hours.time_zone": "There is none",
  }));
