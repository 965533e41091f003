import type { RotaPerson } from "@/client/types";
import { addDays } from "@/time/dates";
import { instantOf, timeOfDay } from "@/time/zone";
import { kindWords, stretchesOf } from "./bars";
import type { Period } from "./periods";

/** A date of a calendar in `zone`, from midnight to midnight. */
export const dayPeriod = (date: string, zone: string): Period => ({
  from: instantOf(`${date}T00:00`, zone),
  to: instantOf(`${addDays(date, 1)}T00:00`, zone),
});

/** "08:00–12:00 and 13:00–17:00", "13:00–17:00 time off", "off" */
export function dayInWords(person: RotaPerson, date: string, zone: string, holidays: Set<string>): string {
  const day = dayPeriod(date, zone);
  const words = stretchesOf(person, day, holidays).map(({ from, to, kind }) => {
    const hours = hoursInWords({ from: Math.max(from, day.from), to: Math.min(to, day.to) }, zone);
    return kind === "present" ? hours : `${hours} ${kindWords[kind]}`;
  });
  return words.length === 0 ? "off" : words.join(" and ");
}

/** "08:00–17:00"; midnight at its end is 24:00. */
export function hoursInWords({ from, to }: Period, zone: string): string {
  const ends = timeOfDay(to, zone);
  return `${timeOfDay(from, zone)}–${ends === "00:00" ? "24:00" : ends}`;
}
