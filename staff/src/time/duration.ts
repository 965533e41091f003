// Time as people write it down and as agreements count it: whole minutes, never days.

/** "1 h 30 min", "45 min", "2 h" */
export function minutesInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

const clockLike = /^(\d{1,3}):([0-5]\d)$/;
const hoursAndRest = /^(\d{1,4})\s*h(?:\s*([0-5]?\d)\s*(?:m|min|mins|minutes?)?)?$/;
const hoursAlone = /^(\d{1,4}(?:\.\d{1,2})?)\s*(?:h|hrs?|hours?)$/;
const minutesAlone = /^(\d{1,5})\s*(?:m|min|mins|minutes?)?$/;

/**
 * How long, as people type it: "1h30", "1 h 30 min", "1:30", "1.5h", "90m", and a number alone is minutes. Null where
 * it is none of these.
 */
export function readDuration(typed: string): number | null {
  const text = typed.trim().toLowerCase().replace(",", ".");
  const [, hours, rest = "0"] = clockLike.exec(text) ?? hoursAndRest.exec(text) ?? [];
  if (hours !== undefined) return Number(hours) * 60 + Number(rest);
  const [, decimal] = hoursAlone.exec(text) ?? [];
  if (decimal !== undefined) return Math.round(Number(decimal) * 60);
  const [, minutes] = minutesAlone.exec(text) ?? [];
  return minutes === undefined ? null : Number(minutes);
}
