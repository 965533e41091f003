import type { TimeEntry } from "@/client/types";
import { addDays, weekdayOf } from "@/time/dates";

export type Day = { date: string; minutes: number; entries: TimeEntry[] };

const friday = 4;

/** The days of a week with what was done on each: working days until today, others where there is something. */
export function daysOf(entries: TimeEntry[], monday: string, today: string): Day[] {
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index))
    .map((date) => {
      const own = entries.filter((entry) => entry.date === date);
      return { date, entries: own, minutes: own.reduce((sum, { minutes }) => sum + minutes, 0) };
    })
    .filter(({ date, entries: own }) => own.length > 0 || (weekdayOf(date) <= friday && date <= today));
}

/** How long a day's bar is, of the longest one and a usual working day, in percent. */
export function barOf(day: Day, days: Day[]): number {
  const usualMinutes = 8 * 60;
  const longest = Math.max(usualMinutes, ...days.map(({ minutes }) => minutes));
  return Math.round((day.minutes / longest) * 100);
}
