import { useState } from "react";
import type { Ticket } from "@/client/types";
import { serverNow } from "@/time/serverClock";
import { useDeskZone } from "@/ui/deskZone";
import type { TicketActions } from "../useTicketActions";
import type { Draft, Tab } from "./draft";
import { estimateOf } from "./estimateDraft";
import { estimateErrors, isRight } from "./estimateErrors";
import { carriesEstimate, carriesExpectation, expectationOf, type Missing, missingIn } from "./rules";

/** Sends one part of the draft where nothing is missing in it; what is missing stands in `missing` and `checked`. */
export function useSending(ticket: Ticket, draft: Draft, actions: TicketActions) {
  const zone = useDeskZone();
  const [missing, setMissing] = useState<Missing>({});
  const [checked, setChecked] = useState(false);

  async function reply(): Promise<boolean> {
    const now = serverNow();
    const lacking = missingIn(draft, ticket, now, zone);
    const estimated = carriesEstimate(draft, ticket);
    const wrong = estimated && !isRight(estimateErrors(draft.estimate, now, zone));
    setMissing(lacking);
    setChecked(wrong);
    if (wrong || Object.keys(lacking).length > 0) return false;
    return actions.reply({
      body: draft.reply.trim(),
      expectation: carriesExpectation(draft, ticket)
        ? expectationOf(draft.expectation, ticket, zone)
        : undefined,
      estimate: estimated ? estimateOf(draft.estimate, now, zone) : undefined,
    });
  }

  async function send(part: Tab): Promise<boolean> {
    if (part === "reply") return reply();
    setMissing({});
    return part === "note"
      ? actions.note({ body: draft.note.trim() })
      : actions.resolve({ message: draft.resolution.trim() });
  }

  return {
    missing,
    /** The estimate was to be sent and was not ready: what it lacks is said until it is. */
    checked,
    send,
  };
}
