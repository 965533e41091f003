import { expect, test } from "vitest";
import { closedWeek, workWeek } from "../draft/world";
import { weekBars, weekSeconds } from "./weekBars";

test("six to noon is the second quarter of the day", () => {
  const bars = weekBars({ ...closedWeek, mon: [["06:00", "12:00"]] });
  expect(bars.mon).toEqual([{ left: 25, width: 25, runsOn: false }]);
  expect(bars.tue).toEqual([]);
});

test("over midnight it runs on into the next day, on Sunday into Monday", () => {
  const bars = weekBars({ ...closedWeek, sun: [["18:00", "06:00"]] });
  expect(bars.sun).toEqual([{ left: 75, width: 25, runsOn: false }]);
  expect(bars.mon).toEqual([{ left: 0, width: 25, runsOn: true }]);
});

test("until 24:00 and until 00:00 fill the day and touch no other", () => {
  for (const closes of ["24:00", "00:00"]) {
    const bars = weekBars({ ...closedWeek, mon: [["12:00", closes]] });
    expect(bars.mon).toEqual([{ left: 50, width: 50, runsOn: false }]);
    expect(bars.tue).toEqual([]);
  }
});

test("overlaps are one piece; what is being typed is not drawn", () => {
  const day = [
    ["06:00", "12:00"],
    ["09:00", "18:00"],
    ["", "20:00"],
    ["20:00", "20:00"],
  ];
  expect(weekBars({ ...closedWeek, mon: day }).mon).toEqual([{ left: 25, width: 50, runsOn: false }]);
});

test("the week's length counts overlaps once, also across midnight", () => {
  expect(weekSeconds(workWeek)).toBe(45 * 3600);
  expect(weekSeconds({ ...closedWeek, mon: [["22:00", "02:00"]], tue: [["01:00", "03:00"]] })).toBe(5 * 3600);
});
