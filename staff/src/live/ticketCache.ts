import type { QueryClient } from "@tanstack/react-query";
import { api } from "@/client/api";
import type { Ticket, TicketChanged } from "@/client/types";
import { deskStatusQuery } from "@/features/desk/deskStatus";
import { touchedBy } from "./touched";

export const ticketQuery = (ref: string) =>
  api.queryOptions("get", "/api/v1/tickets/{ref}", { params: { path: { ref } } });

const queueKey = ["get", "/api/v1/tickets"];
const countsKey = ["get", "/api/v1/ticket-counts"];

/** Invalidates exactly what one change made outdated. Our own changes have come back with their answer. */
export function invalidateChanged(queries: QueryClient, changed: TicketChanged) {
  const ticket = ticketQuery(changed.ref);
  const known = queries.getQueryData<Ticket>(ticket.queryKey);
  if (known && known.version < changed.version) void queries.invalidateQueries({ queryKey: ticket.queryKey });
  const touched = touchedBy(changed.type);
  if (touched.queue) void queries.invalidateQueries({ queryKey: queueKey });
  if (touched.counts) void queries.invalidateQueries({ queryKey: countsKey });
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
