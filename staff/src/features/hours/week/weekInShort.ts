import type { Interval, Weekday, WeeklyHours } from "@/client/types";
import { minutesOf } from "@/time/clockTime";
import { inShort, weekdays } from "../weekdays";

export function dayInShort(day: Interval[]): string {
  if (day.length === 0) return "closed";
  return day.map(intervalInShort).join(" and ");
}

function intervalInShort([opens = "", closes = ""]: Interval): string {
  const [from, to] = [minutesOf(opens), minutesOf(closes)];
  const nextDay = from !== null && to !== null && to < from && to > 0;
  return `${opens}–${closes}${nextDay ? " the next day" : ""}`;
}

/** "Mon–Fri 08:00–17:00, Sat–Sun closed" */
export function weekInShort(week: WeeklyHours): string {
  const runs: { first: Weekday; last: Weekday; words: string }[] = [];
  for (const day of weekdays) {
    const words = dayInShort(week[day]);
    const run = runs.at(-1);
    if (run?.words === words) run.last = day;
    else runs.push({ first: day, last: day, words });
  }
  return runs
    .map(({ first, last, words }) =>
      first === last ? `${inShort(first)} ${words}` : `${inShort(first)}–${inShort(last)} ${words}`,
    )
    .join(", ");
}
