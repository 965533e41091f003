import { daysBetween, instantOf, momentInWords, timeOfDay, wallTime } from "./zone";

export type Preset = { label: string; at: number };

const hourMs = 3_600_000;
const quarterMs = hourMs / 4;

/**
 * Moments one is likely to promise. While the desk is closed they count from its next opening: "in 2 h" at
 * night would promise what nobody can keep.
 */
export function nextUpdatePresets(
  now: number,
  zone: string,
  openUntil: number | null,
  opensAt: number | null,
): Preset[] {
  if (opensAt !== null && opensAt > now) {
    return [1, 2, 4].map((hours) => {
      const at = opensAt + hours * hourMs;
      return { label: momentInWords(at, now, zone), at };
    });
  }
  const presets: Preset[] = [1, 2].map((hours) => ({
    label: `in ${hours} h`,
    at: roundUp(now + hours * hourMs),
  }));
  const close = openUntil ?? instantOf(`${wallTime(now, zone).slice(0, 10)}T17:00`, zone);
  if (close > now + hourMs && daysBetween(now, close, zone) === 0) {
    presets.push({ label: `today ${timeOfDay(close, zone)}`, at: close });
  }
  const weekday = weekdayOf(now, zone);
  const daysAhead = weekday === 5 ? 3 : weekday === 6 ? 2 : 1;
  const next = instantOf(`${dateAfter(now, zone, daysAhead)}T10:00`, zone);
  presets.push({ label: momentInWords(next, now, zone), at: next });
  return presets;
}

/** A promise at 14:07 reads like an accident; the next quarter does not. */
function roundUp(at: number): number {
  return Math.ceil(at / quarterMs) * quarterMs;
}

function weekdayOf(at: number, zone: string): number {
  return new Date(`${wallTime(at, zone).slice(0, 10)}T00:00Z`).getUTCDay();
}

function dateAfter(at: number, zone: string, days: number): string {
  const date = new Date(`${wallTime(at, zone).slice(0, 10)}T00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
