import { expect, test } from "vitest";
import type { Ticket, TimelineEntry } from "@/client/types";
import { type Draft, emptyDraft, isEmpty, readDraft, withoutSent } from "./draft";
import { expectationOf, isFirstReply, missingIn, replyNeeds } from "./rules";

const zone = "America/New_York";
const now = Date.parse("2026-03-10T15:00:00Z");
const by = (kind: "contact" | "person" | "desk") => ({ kind, name: "Somebody" });
const entry = (type: TimelineEntry["type"], kind: "contact" | "person" | "desk"): TimelineEntry => ({
  seq: 1,
  type,
  at: "2026-03-10T14:00:00Z",
  by: by(kind),
});
const submitted = entry("submitted", "contact");
const ticket = (over: Partial<Ticket> = {}) =>
  ({ tier: 2, assignee: { id: 4, name: "Jonah Pell" }, timeline: [submitted], ...over }) as Ticket;
const answered = ticket({ timeline: [submitted, entry("replied", "person")] });

const complete: Draft = {
  ...emptyDraft,
  reply: "Hello Dana",
  expectation: {
    set: false,
    assignee: null,
    whatToExpect: "We look at the mail relay.",
    nextStep: "Jonah reads the logs.",
    nextUpdateBy: "2026-03-10T17:00",
  },
};

test("notes, warnings and the client's own words are no first reply", () => {
  const busy = [
    submitted,
    entry("noted", "person"),
    entry("warned", "desk"),
    entry("client_replied", "contact"),
  ];
  expect(isFirstReply(ticket({ timeline: busy }))).toBe(true);
});

test("a reply or a resolution by a person is", () => {
  expect(isFirstReply(answered)).toBe(false);
  expect(isFirstReply(ticket({ timeline: [submitted, entry("resolved", "person")] }))).toBe(false);
});

test("before triage a reply waits; then the first needs its expectation; later ones need nothing", () => {
  expect(replyNeeds(ticket({ tier: null }))).toBe("triage");
  expect(replyNeeds(ticket())).toBe("expectation");
  expect(replyNeeds(answered)).toBeNull();
});

test("an empty first reply names everything it lacks", () => {
  expect(Object.keys(missingIn(emptyDraft, ticket({ assignee: null }), now, zone))).toEqual([
    "body",
    "assignee",
    "what_to_expect",
    "next_step",
    "next_update_by",
  ]);
});

test("whoever has the ticket is who has it, unless said otherwise", () => {
  expect(missingIn(complete, ticket(), now, zone)).toEqual({});
  expect(expectationOf(complete.expectation, ticket(), zone).assignee).toBe(4);
  expect(expectationOf({ ...complete.expectation, assignee: 9 }, ticket(), zone).assignee).toBe(9);
});

test("the next update is the desk's wall time, sent as an instant", () => {
  expect(expectationOf(complete.expectation, ticket(), zone).next_update_by).toBe("2026-03-10T21:00:00Z");
});

test("the time of the next update is read as people type it", () => {
  const by = (nextUpdateBy: string) => ({
    ...complete,
    expectation: { ...complete.expectation, nextUpdateBy },
  });
  const typed = by("2026-03-10T5:30 pm");
  expect(missingIn(typed, ticket(), now, zone)).toEqual({});
  expect(expectationOf(typed.expectation, ticket(), zone).next_update_by).toBe("2026-03-10T21:30:00Z");
  const wrong = (moment: string) => missingIn(by(moment), ticket(), now, zone).next_update_by;
  expect(wrong("2026-03-10Tsoon")).toMatch(/^Write the time as 17:30/);
  expect(wrong("2026-03-10T")).toMatch(/^Write the time/);
  expect(wrong("T17:00")).toMatch(/^Say by when/);
});

test("a next update in the past is refused before it is sent", () => {
  const past = { ...complete, expectation: { ...complete.expectation, nextUpdateBy: "2026-03-10T10:59" } };
  expect(missingIn(past, ticket(), now, zone).next_update_by).toMatch(/passed/);
});

test("a later reply is free of the expectation until it is asked for", () => {
  const plain = { ...emptyDraft, reply: "Still on it." };
  expect(missingIn(plain, answered, now, zone)).toEqual({});
  const asked = { ...plain, expectation: { ...plain.expectation, set: true } };
  expect(missingIn(asked, answered, now, zone)).toHaveProperty("next_step");
});

test("blank text is no text", () => {
  expect(missingIn({ ...complete, reply: " \n " }, ticket(), now, zone)).toHaveProperty("body");
});

test("sending one part of a draft keeps the others", () => {
  const both = { ...complete, note: "for us" };
  expect(withoutSent(both, "reply")).toMatchObject({ reply: "", note: "for us" });
  expect(isEmpty(withoutSent(withoutSent(both, "reply"), "note"))).toBe(true);
});

test("a draft survives a round through the browser's memory, and nonsense does no harm", () => {
  expect(readDraft(JSON.stringify(complete))).toEqual(complete);
  expect(readDraft('{"note":"half"}')).toMatchObject({ note: "half", reply: "" });
  expect(readDraft("{broken")).toEqual(emptyDraft);
  expect(readDraft(null)).toEqual(emptyDraft);
});
