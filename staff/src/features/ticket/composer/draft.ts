import { type EstimateDraft, emptyEstimate, hasWords, readEstimate } from "./estimateDraft";

export type Tab = "reply" | "note" | "resolve";

/** What somebody has typed on one ticket and not sent yet. */
export type Draft = {
  tab: Tab;
  reply: string;
  note: string;
  resolution: string;
  expectation: ExpectationDraft;
  estimate: EstimateDraft;
};

export type ExpectationDraft = {
  /** Asked for: always in the first reply, by choice later. */
  set: boolean;
  /** A person's id; null is whoever has the ticket. */
  assignee: number | null;
  whatToExpect: string;
  nextStep: string;
  /** Wall time in the desk's zone, "2026-03-10T17:00"; its time as it is typed. */
  nextUpdateBy: string;
};

export const emptyDraft: Draft = {
  tab: "reply",
  reply: "",
  note: "",
  resolution: "",
  expectation: { set: false, assignee: null, whatToExpect: "", nextStep: "", nextUpdateBy: "" },
  estimate: emptyEstimate,
};

export function isEmpty({ reply, note, resolution, expectation, estimate }: Draft): boolean {
  if (hasWords(estimate)) return false;
  return ![
    reply,
    note,
    resolution,
    expectation.whatToExpect,
    expectation.nextStep,
    expectation.nextUpdateBy,
  ].some((text) => text.trim());
}

/** The draft once one of its parts has gone out; the other parts stay. */
export function withoutSent(draft: Draft, sent: Tab): Draft {
  switch (sent) {
    case "reply":
      return { ...draft, reply: "", expectation: emptyDraft.expectation, estimate: emptyEstimate };
    case "note":
      return { ...draft, note: "" };
    case "resolve":
      return { ...draft, resolution: "" };
  }
}

/** A draft read back from the browser's memory; anything strange in it is as good as nothing. */
export function readDraft(stored: string | null): Draft {
  if (!stored) return emptyDraft;
  try {
    const raw = JSON.parse(stored) as Partial<Draft>;
    return {
      ...emptyDraft,
      ...raw,
      expectation: { ...emptyDraft.expectation, ...raw.expectation },
      estimate: readEstimate(raw.estimate),
    };
  } catch {
    return emptyDraft;
  }
}
