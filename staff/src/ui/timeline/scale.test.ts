import { expect, test } from "vitest";
import { ticksOf } from "./scale";

const newYork = "America/New_York";
const span = (from: string, to: string) => ({ from: Date.parse(from), to: Date.parse(to) });
const labels = (from: string, to: string, width = 300) =>
  ticksOf(span(from, to), newYork, width).map(({ label }) => label);

test("within a day the hours that have room, after the day itself", () => {
  expect(labels("2026-03-10T13:00:00Z", "2026-03-10T17:00:00Z", 200)).toEqual([
    "Tue 10",
    "10:00",
    "11:00",
    "12:00",
  ]);
  expect(labels("2026-03-10T13:00:00Z", "2026-03-10T17:00:00Z", 130)).toEqual(["Tue 10"]);
});

test("an hour makes room for the day it begins on", () => {
  expect(labels("2026-03-10T13:40:00Z", "2026-03-10T17:00:00Z", 200)).toEqual(["Tue 10", "11:00", "12:00"]);
});

test("over some days their midnights where the desk is", () => {
  const days = ticksOf(span("2026-03-10T20:00:00Z", "2026-03-12T20:00:00Z"), newYork, 200);
  expect(days.map(({ label }) => label)).toEqual(["Wed 11", "Thu 12"]);
  expect(days.at(-1)?.at).toBe(Date.parse("2026-03-12T04:00:00Z"));
});

test("midnight comes where the clocks go forward that night, too", () => {
  const ticks = ticksOf(span("2026-03-07T12:00:00Z", "2026-03-10T12:00:00Z"), newYork, 200);
  const instants = ticks.slice(-2).map(({ at }) => new Date(at).toISOString().slice(0, 16));
  expect(instants).toEqual(["2026-03-08T05:00", "2026-03-09T04:00"]);
});

test("weeks begin on Mondays, months on their first, years are told", () => {
  expect(labels("2026-03-11T12:00:00Z", "2026-04-03T12:00:00Z", 250)).toEqual([
    "11 Mar",
    "16 Mar",
    "23 Mar",
    "30 Mar",
  ]);
  expect(labels("2026-10-20T12:00:00Z", "2027-03-20T12:00:00Z")).toEqual([
    "Nov",
    "Dec",
    "2027",
    "Feb",
    "Mar",
  ]);
  expect(labels("2026-10-20T12:00:00Z", "2064-03-20T12:00:00Z")).toEqual(["2030", "2040", "2050"]);
});

test("no label stands over another or beyond the edge, whatever the length", () => {
  for (const hours of [0.2, 1, 3, 9, 30, 80, 200, 700, 3000, 20_000, 200_000]) {
    const from = Date.parse("2026-03-10T13:07:00Z");
    const ticks = ticksOf({ from, to: from + hours * 3_600_000 }, newYork, 280);
    const lefts = [...ticks.map(({ left }) => left), 100];
    const gaps = lefts.slice(1).map((left, index) => left - (lefts[index] as number));
    // Months differ in length, so a label may come a little closer than the thirty days it was given.
    expect(Math.min(...gaps), `${hours} h`).toBeGreaterThan((34 / 280) * 100);
    expect(ticks.length, `${hours} h`).toBeLessThan(10);
  }
});
