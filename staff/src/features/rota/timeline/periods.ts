import type { Interval, PersonWeek, Weekday } from "@/client/types";
import { weekdays } from "@/features/hours/weekdays";
import { dayMinutes, minutesOf, timeAt } from "@/time/clockTime";
import { addDays, weekdayOf } from "@/time/dates";
import { instantOf } from "@/time/zone";

/** A stretch of time, half-open, in milliseconds. */
export type Period = { from: number; to: number };

export const lengthOf = (periods: Period[]) => periods.reduce((sum, { from, to }) => sum + to - from, 0);

export const readPeriods = (periods: { from: string; to: string }[]): Period[] =>
  periods.map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) }));

export const meets = (a: Period, b: Period) => a.from < b.to && b.from < a.to;

/** What is in both; both ascending. */
export function within(periods: Period[], other: Period[]): Period[] {
  return periods.flatMap((a) =>
    other
      .filter((b) => meets(a, b))
      .map((b) => ({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) })),
  );
}

/** What is in `periods` and not in `taken`. */
export function without(periods: Period[], taken: Period[]): Period[] {
  return taken.reduce(
    (rest, cut) =>
      rest.flatMap((period) =>
        meets(period, cut)
          ? [
              { from: period.from, to: cut.from },
              { from: cut.to, to: period.to },
            ].filter(({ from, to }) => from < to)
          : [period],
      ),
    periods,
  );
}

/** Hours of a date in `zone`; a close that is not after the open is the next day's. Null where they are no hours. */
export function intervalOn(date: string, [opens = "", closes = ""]: Interval, zone: string): Period | null {
  const [open, close] = [minutesOf(opens), minutesOf(closes)];
  if (open === null || close === null) return null;
  const instant = (minutes: number) => {
    const day = Math.floor(minutes / dayMinutes);
    return instantOf(`${addDays(date, day)}T${timeAt(minutes - day * dayMinutes)}`, zone);
  };
  const [from, to] = [instant(open), instant(close > open ? close : close + dayMinutes)];
  return from < to ? { from, to } : null;
}

/** The hours somebody's week has on a date, whatever takes some of them away. */
export function plannedOn({ time_zone, weekly, weekly_from }: PersonWeek, date: string): Period[] {
  const later = weekly_from.findLast((one) => one.date <= date);
  const hours = (later?.weekly ?? weekly)[weekdays[weekdayOf(date)] as Weekday];
  return hours.flatMap((interval) => intervalOn(date, interval, time_zone) ?? []);
}
