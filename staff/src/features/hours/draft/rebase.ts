import type { Hours, Weekday } from "@/client/types";
import { byDate, dayOf, yearOf } from "@/time/dates";
import { weekdayNames, weekdays } from "../weekdays";
import { sameHours } from "./hoursDraft";

export type Rebased = {
  hours: Hours;
  /** What both changed, in words; there mine stands. */
  both: string[];
};

/** My changes on top of theirs, both made from `base`. */
export function rebase(base: Hours, mine: Hours, theirs: Hours): Rebased {
  const both: string[] = [];
  const pick = <T>(before: T, mine: T, theirs: T, words: () => string): T => {
    if (sameHours(mine, before)) return theirs;
    if (!sameHours(theirs, before) && !sameHours(mine, theirs)) both.push(words());
    return mine;
  };
  const list = <T extends { date: string }>(before: T[], mine: T[], theirs: T[], what: string): T[] => {
    const dates = new Set([...theirs, ...mine].map(({ date }) => date));
    const on = (entries: T[], date: string) => entries.filter((entry) => entry.date === date);
    return [...dates]
      .flatMap((date) =>
        pick(
          on(before, date),
          on(mine, date),
          on(theirs, date),
          () => `${what} ${dayOf(date)} ${yearOf(date)}`,
        ),
      )
      .toSorted(byDate);
  };
  const day = (name: Weekday) => [
    name,
    pick(base.weekly[name], mine.weekly[name], theirs.weekly[name], () => weekdayNames[name]),
  ];
  const hours: Hours = {
    time_zone: pick(base.time_zone, mine.time_zone, theirs.time_zone, () => "the time zone"),
    weekly: Object.fromEntries(weekdays.map(day)) as Hours["weekly"],
    weekly_from: list(base.weekly_from, mine.weekly_from, theirs.weekly_from, "the week from"),
    holidays: list(base.holidays, mine.holidays, theirs.holidays, "the holiday on"),
    exceptions: list(base.exceptions, mine.exceptions, theirs.exceptions, "the exception on"),
  };
  return { hours, both };
}
