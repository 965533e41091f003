/** A time of day as people type it, "9", "930", "9.30", "24", as the desk takes it; null where it is none. */
export function readTime(typed: string): string | null {
  const text = typed.trim();
  const parts = /^(\d{1,2})(?:[:.h](\d{2})?)?$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text);
  if (!parts) return null;
  const [hour, minute] = [Number(parts[1]), Number(parts[2] ?? 0)];
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** Minutes since midnight; 24:00 is 1440. Null where it is no time. */
export function minutesOf(time: string): number | null {
  const read = readTime(time);
  return read === null ? null : Number(read.slice(0, 2)) * 60 + Number(read.slice(3));
}

export const dayMinutes = 1440;

export const timeAt = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
