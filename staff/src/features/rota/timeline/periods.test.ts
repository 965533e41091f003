import { expect, test } from "vitest";
import { at, iso, monToThu, newYork, tueToFri } from "../world";
import { intervalOn, plannedOn, within, without } from "./periods";

const read = (period: { from: number; to: number } | null) => period && [iso(period.from), iso(period.to)];

test("hours of a date are instants of their zone, over midnight too", () => {
  expect(read(intervalOn("2026-11-30", ["08:00", "17:00"], newYork))).toEqual([
    "2026-11-30T13:00:00Z",
    "2026-11-30T22:00:00Z",
  ]);
  expect(read(intervalOn("2026-11-30", ["22:00", "06:00"], newYork))).toEqual([
    "2026-12-01T03:00:00Z",
    "2026-12-01T11:00:00Z",
  ]);
  expect(read(intervalOn("2026-11-30", ["00:00", "24:00"], newYork))).toEqual([
    at("2026-11-30T00:00"),
    at("2026-12-01T00:00"),
  ]);
  expect(intervalOn("2026-11-30", ["soon", "17:00"], newYork)).toBeNull();
});

test("a night loses an hour in spring and has one more in autumn", () => {
  const hours = (date: string) => {
    const night = intervalOn(date, ["22:00", "06:00"], newYork);
    return night && (night.to - night.from) / 3_600_000;
  };
  expect([hours("2026-03-06"), hours("2026-03-07"), hours("2026-10-31")]).toEqual([8, 7, 9]);
});

test("a week holds until another begins", () => {
  const changed = { ...monToThu, weekly_from: [{ date: "2026-12-01", weekly: tueToFri.weekly }] };
  const works = (date: string) => plannedOn(changed, date).length > 0;
  expect(["2026-11-27", "2026-11-30", "2026-12-04", "2026-12-07"].map(works)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test("what is taken out of a stretch leaves its ends", () => {
  expect(without([{ from: 0, to: 10 }], [{ from: 3, to: 5 }])).toEqual([
    { from: 0, to: 3 },
    { from: 5, to: 10 },
  ]);
  expect(without([{ from: 0, to: 10 }], [{ from: 0, to: 10 }])).toEqual([]);
  expect(within([{ from: 0, to: 10 }], [{ from: 8, to: 12 }])).toEqual([{ from: 8, to: 10 }]);
});
