import type { NewExpectation, Ticket } from "@/client/types";
import { momentParts, readMoment, readTime } from "@/time/clockTime";
import { instantOf, instantText } from "@/time/zone";
import type { Draft, ExpectationDraft } from "./draft";

/** Nobody has answered the client yet. A resolution counts as an answer. */
export function isFirstReply(ticket: Pick<Ticket, "timeline">): boolean {
  return !ticket.timeline.some(
    ({ type, by, ticket: merged }) =>
      !merged && by.kind === "person" && (type === "replied" || type === "resolved"),
  );
}

/** What a reply must carry besides its text. */
export function replyNeeds(ticket: Pick<Ticket, "tier" | "timeline">): "triage" | "expectation" | null {
  if (!isFirstReply(ticket)) return null;
  return ticket.tier === null ? "triage" : "expectation";
}

export type ReplyField = "body" | "assignee" | "what_to_expect" | "next_step" | "next_update_by";
export type Missing = Partial<Record<ReplyField, string>>;

/** What keeps this reply from being sent, by field and in words; empty when nothing does. */
export function missingIn(draft: Draft, ticket: Ticket, now: number, zone: string): Missing {
  const missing: Missing = {};
  if (!draft.reply.trim()) missing.body = "Write to the client first.";
  if (!carriesExpectation(draft, ticket)) return missing;
  const { assignee, whatToExpect, nextStep, nextUpdateBy } = draft.expectation;
  if ((assignee ?? ticket.assignee?.id) === undefined) missing.assignee = "Say who has it.";
  if (!whatToExpect.trim()) missing.what_to_expect = "Say what the client can expect.";
  if (!nextStep.trim()) missing.next_step = "Say what happens next.";
  const by = instantOf(readMoment(nextUpdateBy), zone);
  if (isTimeWrong(nextUpdateBy)) missing.next_update_by = "Write the time as 17:30, 1730 or 5:30 pm.";
  else if (Number.isNaN(by)) missing.next_update_by = "Say by when you write again.";
  else if (by <= now) missing.next_update_by = "This moment has passed; choose a later one.";
  return missing;
}

/** A date is there, but no time of it. */
export function isTimeWrong(moment: string): boolean {
  const { date, time } = momentParts(moment);
  return date !== "" && readTime(time) === null;
}

export function carriesExpectation(draft: Draft, ticket: Pick<Ticket, "timeline">): boolean {
  return draft.expectation.set || isFirstReply(ticket);
}

export function carriesEstimate(draft: Draft, ticket: Pick<Ticket, "allowed" | "client">): boolean {
  return draft.estimate.set && Boolean(ticket.client) && ticket.allowed.includes("estimate");
}

/** The expectation as the desk takes it; for a draft in which nothing is missing. */
export function expectationOf(draft: ExpectationDraft, ticket: Ticket, zone: string): NewExpectation {
  return {
    assignee: draft.assignee ?? ticket.assignee?.id ?? 0,
    what_to_expect: draft.whatToExpect.trim(),
    next_step: draft.nextStep.trim(),
    next_update_by: instantText(instantOf(readMoment(draft.nextUpdateBy), zone)),
  };
}
