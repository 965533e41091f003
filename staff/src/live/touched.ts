import type { EventType } from "@/client/types";

/** What a change can have made outdated besides the ticket itself. */
export type Touched = { queue: boolean; counts: boolean; average: boolean; estimates: boolean };

const row: Touched = { queue: true, counts: false, average: false, estimates: false };
const moved: Touched = { ...row, counts: true };
const answered: Touched = { ...moved, average: true };
const estimate: Touched = { ...row, estimates: true };

const byEvent: Record<EventType, Touched> = {
  submitted: answered,
  triaged: moved,
  handed_over: moved,
  replied: answered,
  client_replied: moved,
  noted: row,
  waiting: moved,
  resumed: moved,
  resolved: answered,
  reopened: moved,
  marked_spam: answered,
  linked: row,
  unlinked: row,
  merged: answered,
  absorbed: moved,
  rated: row,
  estimated: estimate,
  estimate_decided: estimate,
  estimate_withdrawn: estimate,
  // A plan's words go, too.
  redacted: estimate,
  warned: row,
  breached: row,
  // The hours changed: what is due when, and until when the desk is open.
  rejudged: { ...row, average: true },
};

/** What several changes together made outdated. */
export function touchedByAll(types: string[]): Touched {
  const touched = types.map(touchedBy);
  return {
    queue: touched.some(({ queue }) => queue),
    counts: touched.some(({ counts }) => counts),
    average: touched.some(({ average }) => average),
    estimates: touched.some(({ estimates }) => estimates),
  };
}

/** An event of a kind we do not know yet may touch everything. */
export function touchedBy(type: string): Touched {
  return byEvent[type as EventType] ?? { ...answered, estimates: true };
}
