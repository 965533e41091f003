import { expect, test } from "vitest";
import { at, datesFrom, monToThu, newYork, period, person, rota, tueToFri, week } from "../world";
import { axisOf, pieceOn, placeOn } from "./axis";

const when = (wall: string) => Date.parse(at(wall));
const dates = datesFrom("2026-11-30", 7);
const people = [person(1, "Owen", monToThu, dates), person(2, "Ines", tueToFri, dates)];

test("nights nobody works leave their room to the days", () => {
  const axis = axisOf(rota("2026-11-30", 7, people));
  expect([axis.opens / 60, axis.closes / 60]).toEqual([7, 18]);
  expect(placeOn(axis, when("2026-11-30T07:00"))).toBe(0);
  expect(placeOn(axis, when("2026-11-30T23:00"))).toBeCloseTo(100 / 7);
  expect(placeOn(axis, when("2026-12-01T12:30"))).toBeCloseTo((1.5 / 7) * 100);
  expect(placeOn(axis, when("2026-12-20T12:00"))).toBe(100);
});

test("a night's work or a promise around the clock shows whole days", () => {
  const nights = person(3, "Noor", week({ mon: [["22:00", "06:00"]] }), dates);
  const axis = axisOf(rota("2026-11-30", 7, [...people, nights]));
  expect([axis.opens, axis.closes]).toEqual([0, 1440]);
  const night = period("2026-11-30", "22:00", "06:00");
  const piece = pieceOn(axis, { from: Date.parse(night.from), to: Date.parse(night.to) });
  expect(piece?.width).toBeCloseTo((8 / 24 / 7) * 100);
});

test("hours until midnight do not count as a night", () => {
  const late = person(3, "Noor", week({ mon: [["15:00", "24:00"]] }), dates);
  expect(axisOf(rota("2026-11-30", 7, [late])).closes).toBe(1440);
  expect(axisOf(rota("2026-11-30", 7, [late])).opens).toBe(420);
});

test("what lies in the night between two days is not shown", () => {
  const axis = axisOf(rota("2026-11-30", 7, people));
  expect(pieceOn(axis, { from: when("2026-11-30T20:00"), to: when("2026-12-01T05:00") })).toBeNull();
});

test("days are as wide as one another and noon stands at noon when the clocks change", () => {
  for (const [from, sunday] of [
    ["2026-03-02", "2026-03-08"],
    ["2026-10-26", "2026-11-01"],
  ] as const) {
    const nights = person(3, "Noor", week({ sat: [["22:00", "06:00"]] }), datesFrom(from, 7));
    const axis = axisOf(rota(from, 7, [nights]));
    expect(axis.days.map(({ date }) => date).at(-1)).toBe(sunday);
    expect(placeOn(axis, when(`${sunday}T00:00`))).toBeCloseTo((6 / 7) * 100);
    const day = axis.days.at(-1);
    expect(((day?.to ?? 0) - (day?.from ?? 0)) / 3_600_000).toBe(from === "2026-03-02" ? 23 : 25);
  }
  const axis = axisOf(rota("2026-10-26", 14, people));
  const bar = (date: string) => pieceOn(axis, { from: when(`${date}T08:00`), to: when(`${date}T17:00`) });
  expect(bar("2026-10-30")?.width).toBeCloseTo(bar("2026-11-02")?.width ?? 0);
  expect(axis.zone).toBe(newYork);
});
