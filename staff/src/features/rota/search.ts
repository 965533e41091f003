import { addDays, daysFrom, firstOfMonth, isDate, mondayOf, monthAfter, monthInWords } from "@/time/dates";

/** Which stretch of the rota is shown; without `from` the one today is in. */
export type RotaSearch = { from?: string; span?: "month" };

export function readRotaSearch(raw: Record<string, unknown>): RotaSearch {
  return {
    from: typeof raw.from === "string" && isDate(raw.from) ? raw.from : undefined,
    span: raw.span === "month" ? "month" : undefined,
  };
}

export type Shown = { from: string; days: number; title: string };

const day = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "short" });
const inShort = (date: string) => day.format(Date.parse(`${date}T12:00:00Z`));

/** The whole week or month the date is in. */
export function shownOf({ from, span }: RotaSearch, today: string): Shown {
  const date = from ?? today;
  if (span === "month") {
    const first = firstOfMonth(date);
    return { from: first, days: daysFrom(first, monthAfter(first, 1)), title: monthInWords(first) };
  }
  const monday = mondayOf(date);
  const sunday = addDays(monday, 6);
  const begins =
    monday.slice(0, 7) === sunday.slice(0, 7) ? String(Number(monday.slice(8))) : inShort(monday);
  return { from: monday, days: 7, title: `${begins}–${inShort(sunday)} ${sunday.slice(0, 4)}` };
}

/** The week or month before or after. */
export const stepped = ({ from, span }: RotaSearch, today: string, steps: number): RotaSearch => {
  const date = from ?? today;
  return {
    span,
    from: span === "month" ? monthAfter(date, steps) : addDays(mondayOf(date), 7 * steps),
  };
};
