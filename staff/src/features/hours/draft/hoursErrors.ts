import type { Hours, Interval, WeeklyHours } from "@/client/types";
import { dayMinutes, minutesOf } from "@/time/clockTime";
import { dayOf, isDate } from "@/time/dates";
import { weekdays } from "../weekdays";

/** What is wrong, by the field's name in the contract: as the desk would answer, before it is asked. */
export type Fields = Record<string, string>;

export function hoursErrors(hours: Hours): Fields {
  const errors = weeksErrors(hours);
  dated(hours.holidays, "hours.holidays", "This date is in the list already.", errors);
  hours.holidays.forEach(({ name }, index) => {
    if (!name.trim()) errors[`hours.holidays[${index}].name`] = "What is the holiday called?";
  });
  dated(hours.exceptions, "hours.exceptions", "This date has other hours already.", errors);
  hours.exceptions.forEach(({ hours: day }, index) => {
    dayErrors(day, `hours.exceptions[${index}].hours`, errors);
  });
  if (neverOpen(hours)) {
    errors["hours.weekly"] =
      "The desk would never be open, so no promise could be kept. Open it on some day.";
  }
  return errors;
}

/** Of the weeks alone, as a person has them, too. */
export function weeksErrors(hours: Pick<Hours, "time_zone" | "weekly" | "weekly_from">): Fields {
  const errors: Fields = {};
  if (!hours.time_zone) errors["hours.time_zone"] = "In which time zone?";
  weekErrors(hours.weekly, "hours.weekly", errors);
  dated(hours.weekly_from, "hours.weekly_from", "Other weeks begin on this date already.", errors);
  hours.weekly_from.forEach(({ weekly }, index) => {
    weekErrors(weekly, `hours.weekly_from[${index}].weekly`, errors);
  });
  return errors;
}

function neverOpen({ weekly, weekly_from, exceptions }: Hours): boolean {
  const closed = (week: WeeklyHours) => weekdays.every((day) => week[day].length === 0);
  return (
    [weekly, ...weekly_from.map((later) => later.weekly)].every(closed) &&
    exceptions.every(({ hours }) => hours.length === 0)
  );
}

function weekErrors(week: WeeklyHours, path: string, errors: Fields) {
  for (const day of weekdays) dayErrors(week[day], `${path}.${day}`, errors);
}

function dayErrors(day: Interval[], path: string, errors: Fields) {
  day.forEach((interval, index) => {
    const wrong = intervalError(interval);
    if (wrong) errors[`${path}[${index}]`] = wrong;
  });
}

/** A close before the open runs past midnight; only a close may be 24:00. */
export function intervalError([opens = "", closes = ""]: Interval): string | null {
  const [open, close] = [minutesOf(opens), minutesOf(closes)];
  for (const typed of [opens, closes])
    if (typed.trim() && minutesOf(typed) === null)
      return `“${typed.trim()}” is no time. Write 17:30, 1730 or 5:30 pm.`;
  if (open === null || close === null) return "Two times, such as 09:00 and 17:00.";
  if (open === dayMinutes) return "It opens at 00:00 of the next day; only a close can be 24:00.";
  if (open === close) return "It would close as it opens. For a whole day write 00:00 to 24:00.";
  return null;
}

function dated(list: { date: string }[], path: string, twice: string, errors: Fields) {
  const seen = new Set<string>();
  list.forEach(({ date }, index) => {
    const field = `${path}[${index}].date`;
    if (!isDate(date)) errors[field] = date ? `${dayOf(date)} is no date.` : "On which date?";
    else if (seen.has(date)) errors[field] = twice;
    seen.add(date);
  });
}
