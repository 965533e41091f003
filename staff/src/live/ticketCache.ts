import type { QueryClient } from "@tanstack/react-query";
import { api } from "@/client/api";
import type { Ticket, TicketChanged } from "@/client/types";
import { deskStatusQuery } from "@/features/desk/deskStatus";
import { touchedBy, touchedByAll } from "./touched";

export const ticketQuery = (ref: string) =>
  api.queryOptions("get", "/api/v1/tickets/{ref}", { params: { path: { ref } } });

export const estimatesQuery = (ref: string) =>
  api.queryOptions("get", "/api/v1/tickets/{ref}/estimates", { params: { path: { ref } } });

const queueKey = ["get", "/api/v1/tickets"];
const countsKey = ["get", "/api/v1/ticket-counts"];
// Who has what, and how much: what is suggested goes by it.
const handOffsKey = ["get", "/api/v1/hand-offs"];
const suggestionsKey = ["get", "/api/v1/tickets/{ref}/suggestions"];

/** Invalidates exactly what these changes made outdated. Our own have come back with their answer. */
export function invalidateChanged(queries: QueryClient, changes: TicketChanged[]) {
  for (const { ref, version, type } of changes) {
    const ticket = ticketQuery(ref);
    const known = queries.getQueryData<Ticket>(ticket.queryKey);
    if (known && known.version < version) void queries.invalidateQueries({ queryKey: ticket.queryKey });
    if (touchedBy(type).estimates) void queries.invalidateQueries({ queryKey: estimatesQuery(ref).queryKey });
  }
  // New hours touch hundreds of tickets at once: the queue is asked once for all of them.
  const touched = touchedByAll(changes.map(({ type }) => type));
  if (touched.queue) void queries.invalidateQueries({ queryKey: queueKey });
  if (touched.counts) {
    for (const queryKey of [countsKey, handOffsKey, suggestionsKey])
      void queries.invalidateQueries({ queryKey });
  }
  if (touched.average) void queries.invalidateQueries({ queryKey: deskStatusQuery.queryKey });
}

/** After a gap nobody can say what was missed. */
export function invalidateEverything(queries: QueryClient) {
  void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === "get" });
  void queries.invalidateQueries({ queryKey: deskStatusQuery.queryKey });
}

export function keepTicket(queries: QueryClient, ticket: Ticket) {
  queries.setQueryData(ticketQuery(ticket.ref).queryKey, ticket);
}
