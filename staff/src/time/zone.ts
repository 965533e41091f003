const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${zone}|${key}`;
  let found = formats.get(name);
  if (!found) {
    found = new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options });
    formats.set(name, found);
  }
  return found;
}

/** The wall time a clock in `zone` shows, as a datetime-local field takes it: "2026-03-10T17:00". */
export function wallTime(instant: number, zone: string): string {
  const wall = format(zone, "wall", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const part = Object.fromEntries(wall.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${part.year?.padStart(4, "0")}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
}

const dayMs = 86_400_000;

/**
 * The earliest instant at which the wall clock in `zone` reads at least `wall`: in the gap of spring the jump
 * itself, in the fold of autumn the first pass. NaN where `wall` is no time.
 */
export function instantOf(wall: string, zone: string): number {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(wall)) return Number.NaN;
  const asUtc = Date.parse(`${wall.slice(0, 16)}:00Z`);
  const shift = (at: number) => Date.parse(`${wallTime(at, zone)}:00Z`) - at;
  const candidates = [asUtc - shift(asUtc - dayMs), asUtc - shift(asUtc + dayMs)].sort((a, b) => a - b);
  const exact = candidates.find((instant) => wallTime(instant, zone) === wall.slice(0, 16));
  return exact ?? jumpBetween(candidates[0] as number, candidates[1] as number, asUtc, zone);
}

function jumpBetween(before: number, after: number, asUtc: number, zone: string): number {
  let [low, high] = [before, after];
  while (high - low > 60_000) {
    const middle = low + Math.floor((high - low) / 120_000) * 60_000;
    if (Date.parse(`${wallTime(middle, zone)}:00Z`) >= asUtc) high = middle;
    else low = middle;
  }
  return high;
}

/** An instant as the desk takes it: whole seconds in UTC. */
export const instantText = (instant: number) => new Date(instant).toISOString().replace(/\.\d+Z$/, "Z");

/** "17:00" */
export const timeOfDay = (instant: number, zone: string) => wallTime(instant, zone).slice(11);

/** Whole days from the date of `now` to the date of `instant`, both read in `zone`. */
export function daysBetween(now: number, instant: number, zone: string): number {
  const date = (at: number) => Date.parse(`${wallTime(at, zone).slice(0, 10)}T00:00Z`);
  return Math.round((date(instant) - date(now)) / dayMs);
}

/** "today", "tomorrow", "Mon", "12 Mar", "12 Mar 2025": the shortest that is still clear. */
export function dayInWords(instant: number, now: number, zone: string): string {
  const days = daysBetween(now, instant, zone);
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  if (days > 1 && days < 7) return format(zone, "weekday", { weekday: "short" }).format(instant);
  const sameYear = wallTime(instant, zone).slice(0, 4) === wallTime(now, zone).slice(0, 4);
  if (sameYear) return format(zone, "date", { day: "numeric", month: "short" }).format(instant);
  return format(zone, "dated", { day: "numeric", month: "short", year: "numeric" }).format(instant);
}

/** "today 17:00", "Mon 08:00" */
export function momentInWords(instant: number, now: number, zone: string): string {
  return `${dayInWords(instant, now, zone)} ${timeOfDay(instant, zone)}`;
}

/** "17:00" while it is today, otherwise with its day. */
export function shortMoment(instant: number, now: number, zone: string): string {
  if (daysBetween(now, instant, zone) === 0) return timeOfDay(instant, zone);
  return momentInWords(instant, now, zone);
}

/** A moment to come: "08:00" within the next day, "Mon 08:00" later. */
export function nextMoment(instant: number, now: number, zone: string): string {
  return instant - now < dayMs ? timeOfDay(instant, zone) : momentInWords(instant, now, zone);
}

/** "Tuesday 10 March 2026, 17:00 EDT" */
export function exactMoment(instant: number, zone: string): string {
  const day = format(zone, "long", { weekday: "long", day: "numeric", month: "long", year: "numeric" });
  return `${day.format(instant).replace(",", "")}, ${timeOfDay(instant, zone)} ${zoneAbbreviation(instant, zone)}`;
}

export function zoneAbbreviation(instant: number, zone: string): string {
  // British English knows no American abbreviations, American English no European ones.
  for (const locale of ["en-US", "en-GB"]) {
    const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: "short" }).formatToParts(
      instant,
    );
    const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
    if (name && !/^(GMT|UTC)[+-]/.test(name)) return name;
  }
  const offset = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "shortOffset" });
  return offset.formatToParts(instant).find(({ type }) => type === "timeZoneName")?.value ?? "";
}

export const localZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** "Tue 10 Mar" */
export function dateInShort(instant: number, zone: string): string {
  const date = format(zone, "short", { weekday: "short", day: "numeric", month: "short" });
  return date.format(instant).replace(",", "");
}
