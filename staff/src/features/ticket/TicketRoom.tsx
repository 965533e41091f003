import { SegmentedControl } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import type { Ticket } from "@/client/types";
import { lastQueue } from "@/features/queue/lastQueue";
import { useKeys } from "@/ui/keys/useKeys";
import { Confirm, type Question } from "./Confirm";
import { Composer, type ComposerHandle } from "./composer/Composer";
import { Conversation } from "./conversation/Conversation";
import { ofConversation } from "./conversation/ofConversation";
import { useEstimates } from "./estimates/estimates";
import { Side, type TriageFocus } from "./facts/Side";
import { mayLog } from "./facts/TimeWorked";
import { Notices } from "./Notices";
import { TicketHeader } from "./TicketHeader";
import styles from "./TicketRoom.module.css";
import { useNeighbours } from "./useNeighbours";
import { useReadFromEnd } from "./useReadFromEnd";
import { useTicketActions } from "./useTicketActions";

type Part = "conversation" | "facts";

/** One ticket: the conversation, what stands beside it, and everything one may do. */
export function TicketRoom({ ticket }: { ticket: Ticket }) {
  const actions = useTicketActions(ticket);
  const navigate = useNavigate();
  const neighbours = useNeighbours(ticket.ref);
  const composer = useRef<ComposerHandle>(null);
  const [triaging, setTriaging] = useState<TriageFocus>(null);
  const [logging, setLogging] = useState(false);
  const [question, setQuestion] = useState<Question | null>(null);
  const narrow = useMediaQuery("(max-width: 899px)", undefined, { getInitialValueInEffect: false });
  const [part, setPart] = useState<Part>("conversation");
  const scroller = useRef<HTMLDivElement>(null);

  const may = (verb: Ticket["allowed"][number]) => ticket.allowed.includes(verb);
  const triage = (focus: TriageFocus) => {
    if (!may("triage")) return false;
    setPart("facts");
    setTriaging(focus);
  };
  const logTime = () => {
    if (!mayLog(ticket)) return false;
    setPart("facts");
    setLogging(true);
  };
  const write = (tab: "reply" | "note" | "resolve") => {
    setPart("conversation");
    return composer.current?.write(tab) ?? false;
  };
  const go = (ref: string | undefined) =>
    ref ? void navigate({ to: "/tickets/$ref", params: { ref } }) : false;
  const wait = () => (may("wait") ? setQuestion("wait") : may("resume") ? void actions.resume() : false);
  const leave = () => void navigate({ to: "/", search: lastQueue() });

  useKeys({
    reply: () => write("reply"),
    note: () => write("note"),
    resolve: () => write("resolve"),
    triage: () => triage("tier"),
    assign: () => triage("assignee"),
    logTime,
    wait,
    link: () => (may("link") ? setQuestion("link") : false),
    merge: () => (may("merge") ? setQuestion("merge") : false),
    previous: () => go(neighbours.previous),
    next: () => go(neighbours.next),
    back: leave,
  });

  // Estimates come after their ticket, and make it longer.
  const estimates = useEstimates(ticket)?.length ?? 0;
  useReadFromEnd(scroller, ticket.timeline.filter(ofConversation).length + estimates);

  return (
    <article className={styles.ticket} aria-label={`Ticket ${ticket.ref}`}>
      <TicketHeader
        ticket={ticket}
        actions={actions}
        neighbours={neighbours}
        ask={setQuestion}
        write={write}
        narrow={narrow ?? false}
      />
      {narrow && (
        <SegmentedControl
          className={styles.parts}
          fullWidth
          size="xs"
          aria-label="Part of the ticket"
          data={[
            { value: "conversation", label: "Conversation" },
            { value: "facts", label: ticket.tier === null ? "Triage and facts" : "Promises and facts" },
          ]}
          value={part}
          onChange={(value) => setPart(value as Part)}
        />
      )}
      <div className={styles.columns}>
        <div className={styles.middle} hidden={narrow && part !== "conversation"}>
          <div className={styles.scroll} ref={scroller}>
            <Conversation
              ticket={ticket}
              redact={may("redact") ? (entry) => setQuestion({ redact: entry }) : undefined}
              withdraw={(number) => setQuestion({ withdraw: number })}
            />
          </div>
          <Notices actions={actions} />
          <Composer ref={composer} ticket={ticket} actions={actions} triage={() => triage("tier")} />
        </div>
        <aside className={styles.side} aria-label="Promises and facts" hidden={narrow && part !== "facts"}>
          <Side {...{ ticket, actions, triaging, setTriaging, logging, setLogging }} />
        </aside>
      </div>
      <Confirm question={question} ticket={ticket} actions={actions} close={() => setQuestion(null)} />
    </article>
  );
}
