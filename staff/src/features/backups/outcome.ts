import type { Backup } from "@/client/types";

export type Outcome = "whole" | "incomplete" | "failed" | "gone";

export function outcomeOf({ error, problems, there }: Pick<Backup, "error" | "problems" | "there">): Outcome {
  if (error) return "failed";
  if (!there) return "gone";
  return problems.length > 0 ? "incomplete" : "whole";
}

export const outcomeWords: Record<Outcome, string> = {
  whole: "Made",
  incomplete: "Not whole",
  failed: "Not made",
  gone: "Not there any more",
};

/** A day and a half: one night without a backup is noticed the next noon. */
const oldMs = 36 * 3_600_000;

/**
 * What a manager must know first, the newest backup first; `now` and instants in milliseconds. Only what is still
 * there counts.
 */
export function stateOfBackups(
  items: Backup[],
  scheduled: boolean,
  now: number,
): "none" | "old" | Exclude<Outcome, "gone"> {
  const last = items.find((one) => outcomeOf(one) !== "gone");
  if (!last) return "none";
  const outcome = outcomeOf(last);
  if (outcome === "failed" || outcome === "incomplete") return outcome;
  return scheduled && now - Date.parse(last.began_at) > oldMs ? "old" : "whole";
}

/** "545 kB", "12.4 MB", "3.1 GB". */
export function sizeInWords(bytes: number): string {
  const [unit, size] =
    bytes >= 1e9 ? ["GB", bytes / 1e9] : bytes >= 1e6 ? ["MB", bytes / 1e6] : ["kB", bytes / 1e3];
  return `${unit === "kB" ? Math.ceil(size) : size.toFixed(1)} ${unit}`;
}
