import type { TicketSummary } from "@/client/types";
import { standingAt } from "@/time/standing";
import { daysBetween } from "@/time/zone";

export type Section =
  | "Late"
  | "Within the hour"
  | "Today"
  | "Tomorrow"
  | "Later"
  | "Not counting"
  | "Nothing due";

/** Under which heading a ticket stands. The order is the desk's; a heading only says where it changes. */
export function sectionOf(ticket: TicketSummary, asOf: number, now: number, zone: string): Section {
  const due = ticket.next_due;
  if (due === null) return "Nothing due";
  const standing = standingAt(due, asOf, now);
  if (standing.phase === "late") return "Late";
  if (due.due === null) return "Not counting";
  const at = Date.parse(due.due);
  if (at - now <= 3_600_000) return "Within the hour";
  const days = daysBetween(now, at, zone);
  if (days <= 0) return "Today";
  return days === 1 ? "Tomorrow" : "Later";
}
