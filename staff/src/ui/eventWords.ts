import type { ClockName, EventType, TimelineEntry } from "@/client/types";
import { clockNames } from "./clockNames";

const verbs: Record<EventType, string> = {
  submitted: "wrote in",
  triaged: "triaged",
  handed_over: "handed over",
  replied: "replied",
  client_replied: "answered",
  noted: "left a note",
  waiting: "waits on client",
  resumed: "resumed",
  resolved: "resolved",
  reopened: "reopened",
  marked_spam: "marked spam",
  linked: "linked it",
  unlinked: "unlinked it",
  merged: "merged it",
  absorbed: "merged one in",
  rated: "rated it",
  estimated: "sent an estimate",
  estimate_decided: "decided on the estimate",
  estimate_withdrawn: "withdrew the estimate",
  redacted: "redacted",
  warned: "time is short",
  breached: "promise missed",
  rejudged: "hours changed",
};

// What the desk itself does: nobody's name stands before it.
const byItself = new Set<EventType>(["warned", "breached", "rejudged"]);

/** The last thing that happened, as short as a column allows: "Mara replied". */
export function eventInShort(type: EventType, by: string): string {
  if (byItself.has(type)) return capital(verbs[type]);
  return `${by.split(" ")[0] ?? ""} ${verbs[type] ?? type}`.trim();
}

/** "75 % of the time for the first reply is used" */
export function warningInWords(clock: ClockName | undefined, percent: number | undefined): string {
  const name = clock ? clockNames[clock].toLowerCase() : "promise";
  return `${percent ?? 75} % of the time for the ${name} is used`;
}

/** "Ruth Kessler approved estimate 1": by the name under which it was decided, whoever wrote in. */
export function estimateInWords({
  type,
  by,
  estimate,
  answer,
  name,
}: Pick<TimelineEntry, "type" | "by" | "estimate" | "answer" | "name">): string {
  if (type === "estimate_decided") return `${name ?? by.name} ${answer ?? "decided on"} estimate ${estimate}`;
  return `${by.name} ${type === "estimated" ? "sent" : "withdrew"} estimate ${estimate}`;
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
