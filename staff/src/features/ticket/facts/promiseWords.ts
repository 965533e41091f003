import type { Clock, ClockName, Ticket } from "@/client/types";
import { hoursAndMinutes, targetInWords } from "@/time/words";
import { momentInWords } from "@/time/zone";
import { clockNames } from "@/ui/clockNames";

export type PromiseTone = "running" | "paused" | "over" | "kept" | "missed" | "late";
export type PromiseLine = {
  clock: ClockName;
  name: string;
  target: string;
  tone: PromiseTone;
  words: string;
  due: string | null;
};

type Now = { now: number; zone: string };

/** The promises of a ticket, each with how it stands in words, in the order in which they come due in a life. */
export function promiseLines(
  { clocks, promises }: Pick<Ticket, "clocks" | "promises">,
  at: Now,
): PromiseLine[] {
  const lines: PromiseLine[] = [];
  if (clocks.first_reply)
    lines.push(clockLine("first_reply", promises.first_reply?.target ?? null, clocks.first_reply, at));
  if (clocks.goal && !clocks.goal.hidden)
    lines.push(goalLine(promises.goal?.target ?? null, clocks.goal, at));
  const latest = clocks.next_reply?.at(-1);
  if (latest) lines.push(clockLine("next_reply", promises.next_reply?.target ?? null, latest, at));
  if (clocks.next_update) lines.push(updateLine(clocks.next_update, at));
  if (clocks.resolution)
    lines.push(clockLine("resolution", promises.resolution?.target ?? null, clocks.resolution, at));
  return lines;
}

function clockLine(
  clock: ClockName,
  target: string | null,
  { state, due, elapsed }: Clock,
  at: Now,
): PromiseLine {
  const line = { clock, name: clockNames[clock], target: targetInWords(target), due };
  // As the client's page rounds it. Nothing is counted of what happened out of hours.
  const length = hoursAndMinutes(Math.max(1, Math.round(elapsed / 60)) * 60);
  const took = elapsed > 0 ? `took ${length}` : "out of hours";
  const when = due === null ? "" : momentInWords(Date.parse(due), at.now, at.zone);
  switch (state) {
    case "running":
      return {
        ...line,
        tone: "running",
        words: due === null ? `running, ${elapsed > 0 ? length : "nothing"} so far` : `due ${when}`,
      };
    case "paused":
      return { ...line, tone: "paused", words: elapsed > 0 ? `paused after ${length}` : "paused" };
    case "breached":
      return { ...line, tone: "late", words: `late, was due ${when}` };
    case "met":
      return { ...line, tone: "kept", words: target === null ? took : `kept, ${took}` };
    case "missed":
      return { ...line, tone: "missed", words: `missed, ${took}` };
    case "cancelled":
      return { ...line, tone: "over", words: "ended with the ticket" };
  }
}

function goalLine(target: string | null, goal: NonNullable<Ticket["clocks"]["goal"]>, at: Now): PromiseLine {
  const line = {
    clock: "goal" as const,
    name: clockNames.goal,
    target: targetInWords(target),
    due: goal.due,
  };
  const when = goal.due === null ? "" : momentInWords(Date.parse(goal.due), at.now, at.zone);
  if (goal.state === "running") return { ...line, tone: "running", words: `until ${when}` };
  if (goal.state === "cancelled") return { ...line, tone: "over", words: "ended with the ticket" };
  // A goal is no promise: it is reached or passed, never missed.
  return { ...line, tone: goal.state === "reached" ? "kept" : "over", words: goal.state };
}

function updateLine({ state, due }: NonNullable<Ticket["clocks"]["next_update"]>, at: Now): PromiseLine {
  const when = momentInWords(Date.parse(due), at.now, at.zone);
  const line = { clock: "next_update" as const, name: clockNames.next_update, target: "", due };
  switch (state) {
    case "running":
      return { ...line, tone: "running", words: `promised by ${when}` };
    case "kept":
      return { ...line, tone: "kept", words: "kept" };
    case "missed":
      return { ...line, tone: "late", words: `missed, was promised by ${when}` };
    case "cancelled":
      return { ...line, tone: "over", words: "no longer expected" };
  }
}
