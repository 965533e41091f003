import type { TimeEntry } from "@/client/types";
import { dayAndMonth } from "@/time/dates";
import { minutesInWords } from "@/time/duration";
import { timeOfDay } from "@/time/zone";

/** "09:15–10:45" where the times of day are known. */
export function timesInWords({ from, to }: TimeEntry, zone: string): string {
  if (from === null || to === null) return "";
  return `${timeOfDay(Date.parse(from), zone)}–${timeOfDay(Date.parse(to), zone)}`;
}

/** What is special about an entry, a few words each. */
export function entryMarks(entry: TimeEntry): string[] {
  const { minutes, outside_minutes: outside, kind, courtesy, counts_on } = entry;
  const marks: string[] = [];
  if (kind) marks.push(kind);
  if (courtesy) marks.push("given away");
  if (outside > 0)
    marks.push(
      outside === minutes ? "outside business hours" : `${minutesInWords(outside)} outside business hours`,
    );
  if (counts_on) marks.push(`counts on ${dayAndMonth(counts_on, entry.date)}, its month was settled`);
  return marks;
}
