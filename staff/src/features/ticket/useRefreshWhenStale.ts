import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Ticket } from "@/client/types";
import { ticketQuery } from "@/live/ticketCache";
import { serverNow } from "@/time/serverClock";
import { staleAt } from "@/time/standing";

const settleMs = 1_500;
const longestMs = 6 * 3_600_000;

/** Reads the ticket again when its clock starts, stops or runs out. */
export function useRefreshWhenStale(ticket: Ticket | undefined) {
  const queries = useQueryClient();
  const ref = ticket?.ref;
  const next = ticket?.next_due ? staleAt(ticket.next_due, serverNow()) : null;
  useEffect(() => {
    if (!ref || next === null) return;
    const wait = next - serverNow() + settleMs;
    if (wait > longestMs) return;
    const timer = setTimeout(
      () => void queries.invalidateQueries({ queryKey: ticketQuery(ref).queryKey }),
      wait,
    );
    return () => clearTimeout(timer);
  }, [next, ref, queries]);
}
