import type { Interval } from "@/client/types";
import { intervalError } from "@/features/hours/draft/hoursErrors";
import { readTime } from "@/time/clockTime";
import { isDate } from "@/time/dates";
import type { Fields } from "./fields";

/** Dates as they are typed, with a part of each day or all of it. */
export type Days = { first: string; last: string; partly: boolean; hours: Interval };

export const someDays: Days = { first: "", last: "", partly: false, hours: ["", ""] };

/** One date until a last one is named. */
export const lastOf = ({ first, last }: Days) => last || first;

/** What is wrong with them before the desk is asked. */
export function daysErrors(days: Days): Fields {
  const errors: Fields = {};
  if (!isDate(days.first)) errors.first_date = "From which date on?";
  else if (!isDate(lastOf(days))) errors.last_date = "Until which date?";
  else if (lastOf(days) < days.first) errors.last_date = "It ends before it begins.";
  const wrong = days.partly ? intervalError(days.hours) : null;
  if (wrong) errors.hours = wrong;
  return errors;
}

/** The dates as the desk takes them. */
export const daysWritten = (days: Days) => ({
  first_date: days.first,
  last_date: lastOf(days),
  hours: days.partly ? hoursWritten(days.hours) : null,
});

export const hoursWritten = (hours: Interval): Interval => hours.map((time) => readTime(time) ?? time.trim());
