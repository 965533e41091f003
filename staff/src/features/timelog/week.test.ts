import { expect, test } from "vitest";
import type { TimeEntry } from "@/client/types";
import { readTimeSearch } from "./search";
import { barOf, daysOf } from "./week";

const entry = (date: string, minutes: number) => ({ date, minutes }) as TimeEntry;
const monday = "2026-11-23";
const dates = (entries: TimeEntry[], today: string) => daysOf(entries, monday, today).map(({ date }) => date);

test("working days stand until today, weekends where something was done", () => {
  expect(dates([], "2026-11-25")).toEqual(["2026-11-23", "2026-11-24", "2026-11-25"]);
  expect(dates([], "2026-12-10")).toHaveLength(5);
  expect(dates([entry("2026-11-28", 30)], "2026-11-24")).toEqual(["2026-11-23", "2026-11-24", "2026-11-28"]);
});

test("a day has its sum, and its bar is of the longest day", () => {
  const days = daysOf([entry(monday, 60), entry(monday, 60), entry("2026-11-24", 600)], monday, "2026-11-24");
  expect(days.map(({ minutes }) => minutes)).toEqual([120, 600]);
  expect(days.map((day) => barOf(day, days))).toEqual([20, 100]);
});

test("a short week does not fill its bars", () => {
  const days = daysOf([entry(monday, 120)], monday, monday);
  expect(days.map((day) => barOf(day, days))).toEqual([25]);
});

test("what is no week, person or client of an address is left out", () => {
  expect(readTimeSearch({ from: "2026-11-23", person: "all", client: 3 })).toEqual({
    from: "2026-11-23",
    person: "all",
    client: 3,
  });
  expect(readTimeSearch({ from: "soon", person: "x", client: -1 })).toEqual({
    from: undefined,
    person: undefined,
    client: undefined,
  });
});
