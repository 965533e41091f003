import type { Hours, Interval, Weekday } from "@/client/types";
import { longDay } from "@/time/dates";
import { capital } from "@/ui/eventWords";
import { weekdayNames, weekdays } from "../weekdays";
import type { Fields } from "./hoursErrors";

export type Part = "zone" | "week" | "later" | "holidays" | "exceptions";

/** Where on the page a field of the contract is typed; what has no such place is said above the buttons. */
export type Place = { part: Part; index?: number; day?: Weekday; interval?: number };

const patterns: [RegExp, Part][] = [
  [/^time_zone$/, "zone"],
  [/^weekly(?:\.(?<day>\w+)(?:\[(?<interval>\d+)\])?)?(?:\[\d\])?$/, "week"],
  [
    /^weekly_from(?:\[(?<index>\d+)\](?:\.date|\.weekly(?:\.(?<day>\w+)(?:\[(?<interval>\d+)\])?)?(?:\[\d\])?)?)?$/,
    "later",
  ],
  [/^holidays(?:\[(?<index>\d+)\](?:\.\w+)?)?$/, "holidays"],
  [/^exceptions(?:\[(?<index>\d+)\](?:\.date|\.hours(?:\[(?<interval>\d+)\](?:\[\d\])?)?)?)?$/, "exceptions"],
];

/** "hours.weekly.mon[0]" is the first interval of Monday. */
export function placeOf(field: string): Place | null {
  const path = field.replace(/^hours\./, "");
  for (const [pattern, part] of patterns) {
    const found = pattern.exec(path);
    if (!found) continue;
    const { index, day, interval } = found.groups ?? {};
    if (day !== undefined && !weekdays.includes(day as Weekday)) return null;
    return {
      part,
      ...(index === undefined ? {} : { index: Number(index) }),
      ...(day === undefined ? {} : { day: day as Weekday }),
      ...(interval === undefined ? {} : { interval: Number(interval) }),
    };
  }
  return null;
}

/** What is said of `path` or of anything below it. */
export function errorUnder(fields: Fields, path: string): string | undefined {
  const found = Object.keys(fields).find(
    (field) => field === path || field.startsWith(`${path}.`) || field.startsWith(`${path}[`),
  );
  return found === undefined ? undefined : fields[found];
}

/** The desk begins small: "there is no time zone of this name". */
export const inSentences = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([field, detail]) => [field, capital(detail)]));

/** The errors nobody on the page would show. */
export function unplaced(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => placeOf(field) === null));
}

/** A place for somebody who does not see it: "Friday, 22:00–15:00"; empty where it is no place. */
export function placeInWords(field: string, hours: Hours): string {
  const place = placeOf(field);
  if (!place) return "";
  const { part, index = -1, day, interval } = place;
  const later = part === "later" ? hours.weekly_from[index] : undefined;
  const exception = part === "exceptions" ? hours.exceptions[index] : undefined;
  const week = later?.weekly ?? hours.weekly;
  const times = exception?.hours ?? (day && week[day]) ?? [];
  return [
    later && `from ${longDay(later.date)} on`,
    exception && longDay(exception.date),
    day && weekdayNames[day],
    interval !== undefined && inTimes(times[interval]),
  ]
    .filter(Boolean)
    .join(", ");
}

const inTimes = (interval: Interval | undefined) => interval?.join("–");
