import type { Ticket, TimelineEntry } from "@/client/types";

/** What happened between two readings of a ticket. */
export function newSince(before: Pick<Ticket, "timeline">, after: Pick<Ticket, "timeline">): TimelineEntry[] {
  const known = new Set(before.timeline.map(({ seq }) => seq));
  return after.timeline.filter(({ seq }) => !known.has(seq));
}
