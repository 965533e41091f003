import { dateInShort, wallTime } from "@/time/zone";

// Dates of a calendar are no instants: noon in UTC stands for them, far from every midnight.
const noon = (date: string) => Date.parse(`${date}T12:00:00Z`);

const long = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});

/** "2026-11-26", and not the thirtieth of February. */
export function isDate(typed: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(typed)) return false;
  const at = noon(typed);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === typed;
}

/** "Thu 26 Nov"; what is no date stays as it is. */
export const dayOf = (date: string) => (isDate(date) ? dateInShort(noon(date), "UTC") : date);

/** "Thursday 26 November 2026" */
export const longDay = (date: string) => (isDate(date) ? long.format(noon(date)).replace(",", "") : date);

export const yearOf = (date: string) => date.slice(0, 4);

/** The date a calendar on the wall shows in `zone`. */
export const dateAt = (now: number, zone: string) => wallTime(now, zone).slice(0, 10);

export const byDate = (a: { date: string }, b: { date: string }) =>
  a.date < b.date ? -1 : Number(a.date > b.date);
