import type { TimeEntry, Work } from "@/client/types";
import type { Fields } from "@/features/rota/forms/fields";
import { readTime } from "@/time/clockTime";
import { addDays, isDate } from "@/time/dates";
import { minutesInWords, readDuration } from "@/time/duration";
import { instantOf, instantText, wallTime } from "@/time/zone";

/** Work as it is typed: how long on a date, or from when to when. */
export type WorkDraft = {
  how: "length" | "times";
  length: string;
  date: string;
  from: string;
  to: string;
  kind: string;
  note: string;
  courtesy: boolean;
  outside: boolean;
};

export const newWork = (today: string): WorkDraft => ({
  how: "length",
  length: "",
  date: today,
  from: "",
  to: "",
  kind: "",
  note: "",
  courtesy: false,
  outside: false,
});

/** What was written down, to be typed over. */
export function workOf(entry: TimeEntry, zone: string): WorkDraft {
  const { from, to, minutes } = entry;
  const times = from !== null && to !== null;
  const wall = (at: string) => wallTime(Date.parse(at), zone);
  return {
    how: times ? "times" : "length",
    length: minutesInWords(minutes),
    date: times ? wall(from).slice(0, 10) : entry.date,
    from: times ? wall(from).slice(11) : "",
    to: times ? wall(to).slice(11) : "",
    kind: entry.kind,
    note: entry.note,
    courtesy: entry.courtesy,
    outside: entry.outside_minutes > 0,
  };
}

const minuteMs = 60_000;
/** Who types an earlier time means the next day, or is mistaken. */
const longestNightMs = 12 * 60 * minuteMs;

/** Both instants; NaN where a time is none, and `to` not after `from` where it cannot be meant. */
function instants({ date, from, to }: WorkDraft, zone: string): { begins: number; ends: number } {
  const at = (day: string, typed: string) => {
    const time = readTime(typed);
    if (time === null || !isDate(day)) return Number.NaN;
    return time === "24:00" ? instantOf(`${addDays(day, 1)}T00:00`, zone) : instantOf(`${day}T${time}`, zone);
  };
  const begins = at(date, from);
  const ends = at(date, to);
  if (ends > begins || !isDate(date)) return { begins, ends };
  const nextDay = at(addDays(date, 1), to);
  return { begins, ends: nextDay - begins <= longestNightMs ? nextDay : ends };
}

/** How long it is as it stands, in minutes; null while that is not clear. */
export function lengthOf(draft: WorkDraft, zone: string): number | null {
  if (draft.how === "length") return readDuration(draft.length);
  const { begins, ends } = instants(draft, zone);
  return ends > begins ? Math.round((ends - begins) / minuteMs) : null;
}

/** What is wrong before the desk is asked. `least`: minutes it must be. */
export function workErrors(draft: WorkDraft, zone: string, least = 1): Fields {
  const errors: Fields = {};
  if (!isDate(draft.date)) errors.date = "On which date?";
  if (draft.how === "length") {
    const minutes = readDuration(draft.length);
    if (minutes === null) errors.minutes = "How long was it? Write 1h30, 90m or 1:30.";
    else if (minutes < least) errors.minutes = "Write at least a minute.";
    return errors;
  }
  if (readTime(draft.from) === null) errors.from = "From when? Write 9:15.";
  if (readTime(draft.to) === null) errors.to = "Until when? Write 10:45.";
  if (Object.keys(errors).length > 0) return errors;
  const { begins, ends } = instants(draft, zone);
  if (!(ends > begins)) errors.to = "This is not after the beginning; name a later time.";
  return errors;
}

/** As the desk takes it; only of a draft without errors. */
export function workWritten(draft: WorkDraft, zone: string): Work {
  const words = { kind: draft.kind, note: draft.note.trim(), courtesy: draft.courtesy };
  if (draft.how === "length")
    return {
      ...words,
      date: draft.date,
      minutes: readDuration(draft.length) ?? 0,
      outside_hours: draft.outside,
    };
  const { begins, ends } = instants(draft, zone);
  return { ...words, from: instantText(begins), to: instantText(ends) };
}

/** Nothing of it counts any more; the words stay. */
export const struckOut = ({ date, kind, note, courtesy }: TimeEntry): Work => ({
  date,
  kind,
  note,
  courtesy,
  minutes: 0,
});
