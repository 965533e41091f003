import { expect, test } from "vitest";
import type { TimeEntry } from "@/client/types";
import { lengthOf, newWork, struckOut, type WorkDraft, workErrors, workOf, workWritten } from "./work";

const zone = "America/New_York";
const typed = (over: Partial<WorkDraft>): WorkDraft => ({ ...newWork("2026-11-26"), ...over });
const times = (from: string, to: string) => typed({ how: "times", from, to });

test("a length is sent as minutes of a date", () => {
  const draft = typed({ length: "1h30", note: " Looked into it. ", kind: "design", outside: true });
  expect(workErrors(draft, zone)).toEqual({});
  expect(workWritten(draft, zone)).toEqual({
    date: "2026-11-26",
    minutes: 90,
    outside_hours: true,
    kind: "design",
    note: "Looked into it.",
    courtesy: false,
  });
});

test("times of day are the desk's", () => {
  const draft = times("9.15", "10:45");
  expect(lengthOf(draft, zone)).toBe(90);
  expect(workWritten(draft, zone)).toMatchObject({
    from: "2026-11-26T14:15:00Z",
    to: "2026-11-26T15:45:00Z",
  });
  expect(workWritten(draft, zone)).not.toHaveProperty("minutes");
});

test("an earlier end is the next day while that is a night, and a mistake otherwise", () => {
  expect(lengthOf(times("22:30", "1:00"), zone)).toBe(150);
  expect(lengthOf(times("22:00", "24"), zone)).toBe(120);
  expect(lengthOf(times("14:00", "13:00"), zone)).toBeNull();
  expect(workErrors(times("14:00", "13:00"), zone)).toHaveProperty("to");
  expect(workErrors(times("9", "9"), zone)).toHaveProperty("to");
});

test("what is missing is said at its field", () => {
  expect(Object.keys(workErrors(typed({}), zone))).toEqual(["minutes"]);
  expect(Object.keys(workErrors(typed({ length: "0" }), zone))).toEqual(["minutes"]);
  expect(workErrors(typed({ length: "0" }), zone, 0)).toEqual({});
  expect(Object.keys(workErrors(typed({ how: "times", date: "" }), zone))).toEqual(["date", "from", "to"]);
});

const entry = {
  date: "2026-11-26",
  from: "2026-11-27T03:30:00Z",
  to: "2026-11-27T06:00:00Z",
  minutes: 150,
  outside_minutes: 150,
  kind: "emergency",
  note: "At night",
  courtesy: true,
} as TimeEntry;

test("what was written down is typed over without becoming something else", () => {
  const draft = workOf(entry, zone);
  expect(draft).toMatchObject({ how: "times", date: "2026-11-26", from: "22:30", to: "01:00" });
  expect(lengthOf(draft, zone)).toBe(150);
  const length = workOf({ ...entry, from: null, to: null }, zone);
  expect(length).toMatchObject({ how: "length", length: "2 h 30 min", outside: true });
});

test("struck out it keeps its words", () => {
  expect(struckOut(entry)).toEqual({
    date: "2026-11-26",
    kind: "emergency",
    note: "At night",
    courtesy: true,
    minutes: 0,
  });
});
