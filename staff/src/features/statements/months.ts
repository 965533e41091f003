import { monthAfter, monthInWords } from "@/time/dates";

// Months are written as the desk does, "2026-10".

/** Which month is shown; without one the last that is over. */
export type StatementSearch = { month?: string };

export const isMonth = (text: string) => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

export function readStatementSearch(raw: Record<string, unknown>): StatementSearch {
  return { month: typeof raw.month === "string" && isMonth(raw.month) ? raw.month : undefined };
}

export const monthOf = (date: string) => date.slice(0, 7);

/** The month so many later. */
export const stepped = (month: string, months: number) => monthOf(monthAfter(`${month}-01`, months));

/** "October 2026"; what is no month stays as it is. */
export const monthWords = (month: string) => (isMonth(month) ? monthInWords(`${month}-01`) : month);
