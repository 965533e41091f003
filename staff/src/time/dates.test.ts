import { expect, test } from "vitest";
import {
  addDays,
  dateAt,
  datesInWords,
  dayAndMonth,
  dayOf,
  daysFrom,
  isDate,
  longDay,
  mondayOf,
  monthAfter,
  monthInWords,
  weekdayOf,
} from "./dates";

test("a date has its weekday wherever the reader sits", () => {
  expect(dayOf("2026-11-26")).toBe("Thu 26 Nov");
  expect(longDay("2026-11-26")).toBe("Thursday 26 November 2026");
});

test("what is no date is shown as it is", () => {
  expect(isDate("2026-02-30")).toBe(false);
  expect(isDate("")).toBe(false);
  expect(dayOf("2026-02-30")).toBe("2026-02-30");
});

test("today is the desk's", () => {
  expect(dateAt(Date.parse("2026-03-10T02:00:00Z"), "America/New_York")).toBe("2026-03-09");
});

test("weeks begin on Monday, months on the first, also across years", () => {
  expect(mondayOf("2026-12-02")).toBe("2026-11-30");
  expect(mondayOf("2027-01-03")).toBe("2026-12-28");
  expect(weekdayOf("2026-11-30")).toBe(0);
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(daysFrom("2026-12-28", "2027-01-03")).toBe(6);
  expect(monthAfter("2026-11-15", 2)).toBe("2027-01-01");
  expect(monthAfter("2026-01-31", -1)).toBe("2025-12-01");
  expect(monthInWords("2026-11-01")).toBe("November 2026");
  expect(datesInWords("2026-11-30", "2026-12-04")).toBe("Mon 30 Nov – Fri 4 Dec");
});

test("a date of another year says so", () => {
  expect(dayAndMonth("2026-12-01", "2026-11-27")).toBe("1 December");
  expect(dayAndMonth("2027-01-01", "2026-11-27")).toBe("1 January 2027");
  expect(dayAndMonth("later", "2026-11-27")).toBe("later");
});
