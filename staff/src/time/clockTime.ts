const spelled = /^(\d{1,2})(?:[:.h]?(\d{2})|[:.h])?\s*(?:([ap])\.?(?:m\.?)?)?$/i;

/**
 * A time of day as people type it, "9", "930", "0930", "9.30", "9:30 am", "5 p.m.", "24", as the desk takes it and
 * as everybody here reads it: "09:30". Null where it is none, such as "9:5" or "17 pm".
 */
export function readTime(typed: string): string | null {
  const [, hours, minutes = "0", half] = spelled.exec(typed.trim()) ?? [];
  if (hours === undefined) return null;
  const hour = half ? hourOfHalf(Number(hours), half.toLowerCase()) : Number(hours);
  const minute = Number(minutes);
  if (hour === null || minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null;
  return timeAt(hour * 60 + minute);
}

/** 12 am is the first hour of the day, 12 pm the one of noon. */
function hourOfHalf(hour: number, half: string): number | null {
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === "p" ? 12 : 0);
}

/** Minutes since midnight; 24:00 is 1440. Null where it is no time. */
export function minutesOf(time: string): number | null {
  const read = readTime(time);
  return read === null ? null : Number(read.slice(0, 2)) * 60 + Number(read.slice(3));
}

export const dayMinutes = 1440;

export const timeAt = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** A moment half or wholly typed, "2026-03-10T5 pm", in its parts. */
export function momentParts(typed: string): { date: string; time: string } {
  const [date = ""] = typed.split("T", 1);
  return { date, time: typed.slice(date.length + 1) };
}

export const typedMoment = (date: string, time: string) => (date || time ? `${date}T${time}` : "");

/** The same moment with its time written out, "2026-03-10T17:00", as `instantOf` takes it. */
export function readMoment(typed: string): string {
  const { date, time } = momentParts(typed);
  return typedMoment(date, readTime(time) ?? time);
}
