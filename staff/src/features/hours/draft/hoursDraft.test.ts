import { expect, test } from "vitest";
import { isDirty, readHoursDraft, sameHours } from "./hoursDraft";
import { agencyHours, holiday, workWeek } from "./world";

test("hours are the same whatever the order of their members, and other when anything differs", () => {
  const { time_zone, ...rest } = agencyHours;
  expect(sameHours(agencyHours, { ...rest, time_zone })).toBe(true);
  expect(sameHours(agencyHours, { ...agencyHours, weekly: { ...workWeek, sat: [["09:00", "12:00"]] } })).toBe(
    false,
  );
  expect(sameHours(agencyHours, { ...agencyHours, holidays: [holiday("2026-12-25", "Christmas")] })).toBe(
    false,
  );
});

test("what is typed in short is no change", () => {
  const base = { version: 7, hours: agencyHours };
  const typed = { ...agencyHours, weekly: { ...workWeek, mon: [["8", "17"]] } };
  expect(isDirty({ base, hours: typed })).toBe(false);
  expect(isDirty({ base, hours: { ...typed, weekly: { ...workWeek, mon: [["9", "17"]] } } })).toBe(true);
});

test("a kept draft is read back", () => {
  const draft = { base: { version: 7, hours: agencyHours }, hours: agencyHours };
  expect(readHoursDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
});

test.each([
  null,
  1,
  "x",
  {},
  { base: {}, hours: {} },
  { base: { version: 7, hours: {} }, hours: agencyHours },
])("what is no draft is nothing", (stored) => expect(readHoursDraft(stored)).toBeNull());
