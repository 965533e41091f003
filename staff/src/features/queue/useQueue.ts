import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "@/client/api";
import type { TicketSummary } from "@/client/types";
import { serverNow } from "@/time/serverClock";
import { staleAt } from "@/time/standing";
import { type QueueSearch, queueQuery } from "./search";

/** A ticket of the queue with the moment its seconds held at. */
export type QueueItem = { ticket: TicketSummary; asOf: string };

export function useQueue(search: QueueSearch) {
  const query = api.useInfiniteQuery(
    "get",
    "/api/v1/tickets",
    { params: { query: queueQuery(search) } },
    {
      pageParamName: "cursor",
      // Not undefined: the client would ask for cursor 0.
      initialPageParam: null as string | null,
      getNextPageParam: (page: { next_cursor: string | null }) => page.next_cursor ?? undefined,
      placeholderData: (before: unknown) => before as never,
    },
  );
  const items: QueueItem[] = [];
  const seen = new Set<string>();
  for (const page of query.data?.pages ?? []) {
    for (const ticket of page.items) {
      // A ticket that moved while the next page was fetched can stand on both.
      if (!seen.has(ticket.ref)) items.push({ ticket, asOf: page.as_of });
      seen.add(ticket.ref);
    }
  }
  useRefreshWhenStale(items);
  return { ...query, items };
}

const settleMs = 1_500;
const longestMs = 6 * 3_600_000;

/** Asks again when a clock starts, stops or runs out: the order and the seconds are the desk's to say. */
function useRefreshWhenStale(items: QueueItem[]) {
  const queries = useQueryClient();
  const now = serverNow();
  let next = Number.POSITIVE_INFINITY;
  for (const { ticket } of items) {
    const stale = ticket.next_due && staleAt(ticket.next_due, now);
    if (stale) next = Math.min(next, stale);
  }
  useEffect(() => {
    const wait = next - serverNow() + settleMs;
    if (wait > longestMs) return;
    const timer = setTimeout(
      () => void queries.invalidateQueries({ queryKey: ["get", "/api/v1/tickets"] }),
      wait,
    );
    return () => clearTimeout(timer);
  }, [next, queries]);
}
