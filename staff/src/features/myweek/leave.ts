import type { Period } from "@/features/rota/timeline/periods";

const breakMs = 4 * 3_600_000;

/** A day's work with its breaks: when it begins, when one leaves, and when one is back; null where that is unknown. */
export type Leaving = { begins: number; leaves: number; returns: number | null };

/** The work somebody is in at `now`, or their next one. */
export function leavingOf(present: Period[], now: number): Leaving | null {
  const days: Period[] = [];
  for (const { from, to } of present.toSorted((a, b) => a.from - b.from)) {
    const last = days.at(-1);
    if (last && from - last.to < breakMs) last.to = Math.max(last.to, to);
    else days.push({ from, to });
  }
  const index = days.findIndex(({ to }) => to > now);
  const day = days[index];
  return day ? { begins: day.from, leaves: day.to, returns: days[index + 1]?.from ?? null } : null;
}
