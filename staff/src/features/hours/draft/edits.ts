import type {
  Holiday,
  Hours,
  HoursException,
  Interval,
  LaterWeek,
  Weekday,
  WeeklyHours,
} from "@/client/types";
import { dayMinutes, minutesOf, readTime, timeAt } from "@/time/clockTime";
import { byDate } from "@/time/dates";

/** What one does to a draft of the hours. Each makes a new value; lists with dates stay in their order. */

const hour = 60;

/** One more interval a day: the usual day first, then an afternoon behind what is there. */
export function withInterval(day: Interval[]): Interval[] {
  const last = day.at(-1);
  if (!last) return [["09:00", "17:00"]];
  const [opens, closes] = [minutesOf(last[0] ?? ""), minutesOf(last[1] ?? "")];
  if (opens === null || closes === null || closes <= opens || closes + hour >= dayMinutes) {
    return [...day, ["", ""]];
  }
  const next = closes + hour;
  return [...day, [timeAt(next), timeAt(Math.min(dayMinutes, Math.max(17 * hour, next + 4 * hour)))]];
}

export const withoutInterval = (day: Interval[], index: number): Interval[] => day.toSpliced(index, 1);

export const changedInterval = (day: Interval[], index: number, interval: Interval): Interval[] =>
  day.with(index, interval);

export function copiedDay(week: WeeklyHours, from: Weekday, to: Weekday[]): WeeklyHours {
  return { ...week, ...Object.fromEntries(to.map((day) => [day, week[from]])) };
}

export const withHolidays = (hours: Hours, added: Holiday[]): Hours => ({
  ...hours,
  holidays: [...hours.holidays, ...added].toSorted(byDate),
});

export const withoutHoliday = (hours: Hours, index: number): Hours => ({
  ...hours,
  holidays: hours.holidays.toSpliced(index, 1),
});

export function struckHoliday(hours: Hours, index: number, struck_out: boolean): Hours {
  const holiday = hours.holidays[index];
  return holiday ? { ...hours, holidays: hours.holidays.with(index, { ...holiday, struck_out }) } : hours;
}

export const withException = (hours: Hours, exception: HoursException): Hours => ({
  ...hours,
  exceptions: [...hours.exceptions, exception].toSorted(byDate),
});

export const changedException = (hours: Hours, index: number, day: Interval[]): Hours => ({
  ...hours,
  exceptions: hours.exceptions.map((one, at) => (at === index ? { ...one, hours: day } : one)),
});

export const withoutException = (hours: Hours, index: number): Hours => ({
  ...hours,
  exceptions: hours.exceptions.toSpliced(index, 1),
});

export const withLaterWeek = (hours: Hours, week: LaterWeek): Hours => ({
  ...hours,
  weekly_from: [...hours.weekly_from, week].toSorted(byDate),
});

export const changedLaterWeek = (hours: Hours, index: number, weekly: WeeklyHours): Hours => ({
  ...hours,
  weekly_from: hours.weekly_from.map((one, at) => (at === index ? { ...one, weekly } : one)),
});

export const withoutLaterWeek = (hours: Hours, index: number): Hours => ({
  ...hours,
  weekly_from: hours.weekly_from.toSpliced(index, 1),
});

/** The draft as the desk takes it: times written out, names without the spaces around them. */
export function written(hours: Hours): Hours {
  const day = (intervals: Interval[]) =>
    intervals.map((interval) => interval.map((time) => readTime(time) ?? time.trim()));
  const week = (weekly: WeeklyHours) =>
    Object.fromEntries(Object.entries(weekly).map(([name, hours]) => [name, day(hours)])) as WeeklyHours;
  return {
    time_zone: hours.time_zone,
    weekly: week(hours.weekly),
    weekly_from: hours.weekly_from.map(({ date, weekly }) => ({ date, weekly: week(weekly) })),
    holidays: hours.holidays.map((holiday) => ({ ...holiday, name: holiday.name.trim() })),
    exceptions: hours.exceptions.map(({ date, hours }) => ({ date, hours: day(hours) })),
  };
}
