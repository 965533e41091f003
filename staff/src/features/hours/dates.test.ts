import { expect, test } from "vitest";
import { dateAt, dayOf, isDate, longDay } from "./dates";

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
