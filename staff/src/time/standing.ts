import type { NextDue } from "@/client/types";

export type Phase = "counting" | "off hours" | "paused" | "late";

/** How a promise stands at one moment. */
export type Standing = {
  phase: Phase;
  /** Business seconds left; when late, elapsed seconds past the due instant. */
  seconds: number;
  /** Share of the promised time that is used, 0 to 1. */
  used: number;
  /** When business time goes on, while it does not run. */
  resumesAt: number | null;
};

/**
 * `remaining_seconds` held at `asOf`. From then on business time runs only while `counting`, and flips once at
 * `changes_at`: a later flip is known only after asking the desk again.
 */
export function standingAt(due: NextDue, asOf: number, now: number): Standing {
  const dueAt = due.due === null ? null : Date.parse(due.due);
  if (due.state === "breached" || (dueAt !== null && now > dueAt && due.state === "running")) {
    const late = dueAt === null ? -due.remaining_seconds + (now - asOf) / 1000 : (now - dueAt) / 1000;
    return { phase: "late", seconds: Math.max(0, Math.floor(late)), used: 1, resumesAt: null };
  }
  if (due.state === "paused") {
    const paused = due.target_seconds > 0 ? left(due, due.remaining_seconds) : { seconds: 0, used: 0 };
    return { phase: "paused", ...paused, resumesAt: null };
  }
  const flip = due.changes_at === null ? null : Date.parse(due.changes_at);
  const flipped = flip !== null && now >= flip;
  const counting = flipped ? !due.counting : due.counting;
  const countedFrom = due.counting ? asOf : (flip ?? now);
  const countedTo = due.counting && flipped ? (flip as number) : now;
  const counted = Math.max(0, (countedTo - countedFrom) / 1000);
  return {
    phase: counting ? "counting" : "off hours",
    ...left(due, due.remaining_seconds - counted),
    resumesAt: counting || flipped ? null : flip,
  };
}

function left(due: NextDue, remaining: number): { seconds: number; used: number } {
  const seconds = Math.max(0, Math.ceil(remaining));
  const used = due.target_seconds > 0 ? 1 - seconds / due.target_seconds : 1;
  return { seconds, used: Math.min(1, Math.max(0, used)) };
}

export type Tone = "quiet" | "soon" | "late" | "resting";

/** Amber once three quarters are used. Time that does not run is grey, whatever is left. */
export function toneOf({ phase, used }: Standing): Tone {
  if (phase === "late") return "late";
  if (phase !== "counting") return "resting";
  return used >= 0.75 ? "soon" : "quiet";
}

/** When asking the desk again is worth it: the next flip of counting, or the due instant. */
export function staleAt(due: NextDue, now: number): number | null {
  const moments = [due.changes_at, due.state === "running" ? due.due : null]
    .filter((instant) => instant !== null)
    .map((instant) => Date.parse(instant))
    .filter((instant) => instant > now);
  return moments.length ? Math.min(...moments) : null;
}
