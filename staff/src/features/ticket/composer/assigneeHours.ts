import type { Period } from "@/features/rota/timeline/periods";
import type { Preset } from "@/time/presets";
import { momentInWords } from "@/time/zone";

const hourMs = 3_600_000;

/** Whether somebody is at work until this moment: what is due as they leave they can still do, as they come not yet. */
export const isThere = (present: Period[], at: number) =>
  present.some(({ from, to }) => from < at && at <= to);

/**
 * The nearest moments before and after `at` at which they are at work: as they leave, and an hour after they come,
 * since what is due as one comes is late already.
 */
export function theirMoments(present: Period[], at: number, now: number, zone: string): Preset[] {
  const before = present.findLast(({ to }) => to <= at && to > now);
  const after = present.find(({ from, to }) => from >= at && to > now);
  const moments = [before?.to, after && Math.min(after.from + hourMs, after.to)];
  return moments
    .filter((moment) => moment !== undefined)
    .map((moment) => ({ at: moment, label: momentInWords(moment, now, zone) }));
}
