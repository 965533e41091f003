import { dateInShort, wallTime } from "./zone";

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

const dayMs = 86_400_000;

export const addDays = (date: string, days: number) =>
  new Date(noon(date) + days * dayMs).toISOString().slice(0, 10);

/** Whole days from one date to another. */
export const daysFrom = (first: string, last: string) => Math.round((noon(last) - noon(first)) / dayMs);

/** 0 is Monday. */
export const weekdayOf = (date: string) => (new Date(noon(date)).getUTCDay() + 6) % 7;

export const mondayOf = (date: string) => addDays(date, -weekdayOf(date));

export const firstOfMonth = (date: string) => `${date.slice(0, 7)}-01`;

/** The first of the month so many months later. */
export function monthAfter(date: string, months: number): string {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, "0")}-${String((count % 12) + 1).padStart(2, "0")}-01`;
}

const months = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", month: "long", year: "numeric" });

/** "November 2026" */
export const monthInWords = (date: string) => months.format(noon(date));

/** "Mon 30 Nov – Fri 4 Dec", and one date where they are the same. */
export const datesInWords = (first: string, last: string) =>
  first === last ? dayOf(first) : `${dayOf(first)} – ${dayOf(last)}`;

const spelledDay = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "long" });

/** "1 December", and with its year where that is not the one of `today`. */
export function dayAndMonth(date: string, today: string): string {
  if (!isDate(date)) return date;
  const words = spelledDay.format(noon(date));
  return yearOf(date) === yearOf(today) ? words : `${words} ${yearOf(date)}`;
}
