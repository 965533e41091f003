import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { desk } from "@/client/api";
import { Attempt } from "@/client/idempotency";
import { type Refusal, refusalOf } from "@/client/refusal";
import type { NewEstimate, NewExpectation, Ticket, TicketChange, TimelineEntry, Verb } from "@/client/types";
import { estimatesQuery, keepTicket, ticketQuery } from "@/live/ticketCache";
import { newSince } from "./newSince";

export type TicketActions = ReturnType<typeof useTicketActions>;

type Answer = Promise<{ data?: TicketChange; error?: unknown }>;
const stale = 412;

/** The commands on one ticket. Each says true when the desk took it; what it did not take stays where it is. */
export function useTicketActions(ticket: Ticket) {
  const queries = useQueryClient();
  const attempt = useRef(new Attempt());
  const [pending, setPending] = useState<Verb | null>(null);
  const [refused, setRefused] = useState<{ verb: Verb; refusal: Refusal } | null>(null);
  const [warnings, setWarnings] = useState<string[]>([]);
  const [conflict, setConflict] = useState<TimelineEntry[] | null>(null);

  async function run(verb: Verb, send: () => Answer): Promise<boolean> {
    if (pending) return false;
    setPending(verb);
    setRefused(null);
    setWarnings([]);
    setConflict(null);
    try {
      const { data, error } = await send();
      if (!data) throw error;
      attempt.current.done();
      keepTicket(queries, data.ticket);
      setWarnings(data.warnings);
      for (const path of ["/api/v1/tickets", "/api/v1/ticket-counts"]) {
        void queries.invalidateQueries({ queryKey: ["get", path] });
      }
      return true;
    } catch (thrown) {
      const refusal = refusalOf(thrown);
      if (refusal.status === stale) setConflict(await changesSince(ticket));
      else setRefused({ verb, refusal });
      return false;
    } finally {
      void queries.invalidateQueries({ queryKey: estimatesQuery(ticket.ref).queryKey });
      setPending(null);
    }
  }

  async function changesSince(before: Ticket): Promise<TimelineEntry[]> {
    const query = ticketQuery(before.ref);
    const after = await queries.fetchQuery({ ...query, staleTime: 0 }).catch(() => before);
    return newSince(before, after as Ticket);
  }

  const path = { ref: ticket.ref };
  const header = { "If-Match": `"${ticket.version}"` };
  const params = { path, header };
  const once = (body: unknown) => ({
    path,
    header: { ...header, "Idempotency-Key": attempt.current.keyFor([ticket.ref, body]) },
  });

  return {
    pending,
    refused,
    warnings,
    conflict,
    dismiss: () => {
      setWarnings([]);
      setConflict(null);
    },
    /** What was refused is asked otherwise. */
    forgive: () => setRefused(null),
    triage: (body: { tier: number; pod: number; assignee: number }) =>
      run("triage", () => desk.PUT("/api/v1/tickets/{ref}/triage", { params, body })),
    reply: (body: { body: string; expectation?: NewExpectation; estimate?: NewEstimate }) =>
      run("reply", () => desk.POST("/api/v1/tickets/{ref}/replies", { params: once(body), body })),
    withdraw: (number: number) =>
      run("estimate", () =>
        desk.POST("/api/v1/tickets/{ref}/estimates/{number}/withdrawal", {
          params: { path: { ...path, number }, header },
        }),
      ),
    note: (body: { body: string }) =>
      run("note", () => desk.POST("/api/v1/tickets/{ref}/notes", { params: once(body), body })),
    wait: () => run("wait", () => desk.PUT("/api/v1/tickets/{ref}/waiting", { params })),
    resume: () => run("resume", () => desk.DELETE("/api/v1/tickets/{ref}/waiting", { params })),
    resolve: (body: { message: string }) =>
      run("resolve", () => desk.PUT("/api/v1/tickets/{ref}/resolution", { params, body })),
    reopen: () => run("reopen", () => desk.DELETE("/api/v1/tickets/{ref}/resolution", { params })),
    link: (other: string) =>
      run("link", () =>
        desk.PUT("/api/v1/tickets/{ref}/links/{other}", { params: { path: { ...path, other }, header } }),
      ),
    unlink: (other: string) =>
      run("link", () =>
        desk.DELETE("/api/v1/tickets/{ref}/links/{other}", { params: { path: { ...path, other }, header } }),
      ),
    merge: (into: string, known = false) =>
      run("merge", () =>
        desk.PUT("/api/v1/tickets/{ref}/merged-into", {
          params,
          body: known ? { ticket: into, into_open_form: true } : { ticket: into },
        }),
      ),
    /** The other way round: the other one goes on in this one. */
    mergeHere: (other: string) =>
      run("merge", async () => {
        const at = { path: { ref: other } };
        const { data, error } = await desk.GET("/api/v1/tickets/{ref}", { params: at });
        if (!data) return { error };
        const done = await desk.PUT("/api/v1/tickets/{ref}/merged-into", {
          params: { ...at, header: { "If-Match": `"${data.version}"` } },
          body: { ticket: ticket.ref },
        });
        void queries.invalidateQueries({ queryKey: ticketQuery(ticket.ref).queryKey });
        return done;
      }),
    redact: (body: { seq: number; reason: string }) =>
      run("redact", () => desk.POST("/api/v1/tickets/{ref}/redactions", { params, body })),
    redact_contact: (body: { reason: string; everywhere?: boolean }) =>
      run("redact_contact", () => desk.PUT("/api/v1/tickets/{ref}/contact/redaction", { params, body })),
    spam: () => run("spam", () => desk.PUT("/api/v1/tickets/{ref}/spam", { params })),
  };
}
