import { expect, test } from "vitest";
import type { AllowanceDay } from "@/client/types";
import {
  areaPath,
  burnDownInWords,
  changesOf,
  dayAt,
  endOf,
  frameOf,
  levelsOf,
  stepPath,
  xOf,
  yOf,
} from "./geometry";

const day = (date: string, granted: number, left: number): AllowanceDay => ({ date, granted, left });
const days = [
  day("2026-10-30", 600, 600),
  day("2026-10-31", 600, 300),
  day("2026-11-01", 1200, 900),
  day("2026-11-02", 1200, 900),
];
// A fifth day is room enough for what stands at the end.
const frame = frameOf(days, 500, 100);

test("lines across are few and reach above what was granted", () => {
  expect(levelsOf(days)).toEqual([0, 300, 600, 900, 1200]);
  expect(levelsOf([day("2026-10-30", 360, 0)])).toEqual([0, 120, 240, 360]);
  expect(levelsOf([day("2026-10-30", 30, 30)])).toEqual([0, 15, 30]);
  expect(levelsOf([])).toEqual([0, 15]);
});

test("days go from left to right with room after the last", () => {
  expect(frame).toMatchObject({ first: "2026-10-30", dates: 5, top: 1200 });
  expect(endOf(frame)).toBe("2026-11-04");
  expect(xOf("2026-11-01", frame)).toBe(200);
  expect(yOf(300, frame)).toBe(75);
  expect(yOf(0, frame)).toBe(100);
});

test("a line holds a day's minutes and steps where they change", () => {
  expect(stepPath(days, ({ granted }) => granted, frame)).toBe("M0 50H200V0H400");
  expect(areaPath(days, ({ left }) => left, frame)).toBe("M0 50H100V75H200V25H400V100H0Z");
  expect(stepPath([], ({ left }) => left, frame)).toBe("");
});

test("a place is a day, or none", () => {
  expect(dayAt(days, 150, frame)?.date).toBe("2026-10-31");
  expect(dayAt(days, 499, frame)).toBeNull();
  expect(dayAt(days, -1, frame)).toBeNull();
});

test("the table has what changed, and both ends", () => {
  expect(changesOf(days).map(({ date }) => date)).toEqual([
    "2026-10-30",
    "2026-10-31",
    "2026-11-01",
    "2026-11-02",
  ]);
  const still = [...days, day("2026-11-03", 1200, 900), day("2026-11-04", 1200, 900)];
  expect(changesOf(still)).toHaveLength(4);
});

test("the picture in words", () =>
  expect(burnDownInWords(days, (date) => date)).toBe(
    "From 2026-10-30 to 2026-11-02: at the end 15 h of 20 h are left; the least was 5 h on 2026-10-31.",
  ));
