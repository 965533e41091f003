import type { Ticket, TimelineEntry } from "@/client/types";

/** Unique in a timeline: messages of merged tickets count by themselves. */
export const placeOf = ({ seq, ticket }: Pick<TimelineEntry, "seq" | "ticket">) => `${ticket ?? ""}#${seq}`;

/** What happened between two readings of a ticket. */
export function newSince(before: Pick<Ticket, "timeline">, after: Pick<Ticket, "timeline">): TimelineEntry[] {
  const known = new Set(before.timeline.map(placeOf));
  return after.timeline.filter((entry) => !known.has(placeOf(entry)));
}
