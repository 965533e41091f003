import type { AllowanceDay } from "@/client/types";
import { addDays, daysFrom } from "@/time/dates";
import { minutesInWords } from "@/time/duration";

/** The picture's measures: dates from left to right, minutes from the bottom up, in the units of its box. */
export type Frame = { first: string; dates: number; top: number; width: number; height: number };

/** After the last day there is room, so that today and its name are not cut by the picture's edge. */
const roomAhead = 24;

const stepsMinutes = [15, 30, 60, 120, 300, 600, 1200, 3000, 6000, 12_000, 30_000, 60_000];
const mostSteps = 4;

/** Where lines across are drawn: as few as there may be, the topmost at or above what was granted. */
export function levelsOf(days: AllowanceDay[]): number[] {
  const most = Math.max(0, ...days.map(({ granted, left }) => Math.max(granted, left)));
  const step = stepsMinutes.find((minutes) => most / minutes <= mostSteps) ?? Math.ceil(most / mostSteps);
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

export function frameOf(days: AllowanceDay[], width: number, height: number): Frame {
  const first = days[0]?.date ?? "";
  const last = days.at(-1)?.date ?? first;
  const shown = daysFrom(first, last) + 1;
  return {
    first,
    dates: shown + Math.ceil((shown * roomAhead) / Math.max(1, width - roomAhead)),
    top: levelsOf(days).at(-1) ?? 1,
    width,
    height,
  };
}

/** The first date after the picture. */
export const endOf = ({ first, dates }: Frame): string => addDays(first, dates);

/** Where a date begins. */
export const xOf = (date: string, { first, dates, width }: Frame): number =>
  round((daysFrom(first, date) / dates) * width);

export const yOf = (minutes: number, { top, height }: Frame): number =>
  round(height - (minutes / top) * height);

const round = (value: number) => Math.round(value * 10) / 10;

/** A line that holds each day's minutes from its beginning to its end. */
export function stepPath(
  days: AllowanceDay[],
  minutesOf: (day: AllowanceDay) => number,
  frame: Frame,
): string {
  const path: string[] = [];
  let level: number | null = null;
  for (const day of days) {
    const y = yOf(minutesOf(day), frame);
    if (level === null) path.push(`M${xOf(day.date, frame)} ${y}`);
    else if (y !== level) path.push(`H${xOf(day.date, frame)}V${y}`);
    level = y;
  }
  const last = days.at(-1);
  if (last) path.push(`H${xOf(addDays(last.date, 1), frame)}`);
  return path.join("");
}

/** The same line, closed along the bottom. */
export function areaPath(
  days: AllowanceDay[],
  minutesOf: (day: AllowanceDay) => number,
  frame: Frame,
): string {
  const [first] = days;
  if (!first) return "";
  return `${stepPath(days, minutesOf, frame)}V${frame.height}H${xOf(first.date, frame)}Z`;
}

/** The day a place stands for; null beside them. */
export function dayAt(days: AllowanceDay[], x: number, frame: Frame): AllowanceDay | null {
  return days[Math.floor((x / frame.width) * frame.dates)] ?? null;
}

/** The days on which something changed, the first and the last among them. */
export function changesOf(days: AllowanceDay[]): AllowanceDay[] {
  return days.filter((day, index) => {
    const before = days[index - 1];
    if (!before || index === days.length - 1) return true;
    return before.granted !== day.granted || before.left !== day.left;
  });
}

/** What the picture shows, in a sentence or two. */
export function burnDownInWords(days: AllowanceDay[], dateInWords: (date: string) => string): string {
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last) return "";
  const least = days.reduce((low, day) => (day.left < low.left ? day : low), first);
  return (
    `From ${dateInWords(first.date)} to ${dateInWords(last.date)}: ` +
    `at the end ${minutesInWords(last.left)} of ${minutesInWords(last.granted)} are left; ` +
    `the least was ${minutesInWords(least.left)} on ${dateInWords(least.date)}.`
  );
}
