import { Switch, Textarea } from "@mantine/core";
import type { Dispatch, SetStateAction } from "react";
import type { Refusal } from "@/client/refusal";
import type { Ticket } from "@/client/types";
import styles from "./Composer.module.css";
import type { Draft, ExpectationDraft } from "./draft";
import { EstimatePart } from "./EstimatePart";
import { ExpectationFields } from "./ExpectationFields";
import type { EstimateChange } from "./estimateDraft";
import { isFirstReply, type Missing } from "./rules";

type Part = {
  ticket: Ticket;
  draft: Draft;
  setDraft: Dispatch<SetStateAction<Draft>>;
  missing: Missing;
  open: boolean;
};

const maxLength = 100_000;
const writing = {
  autosize: true,
  maxRows: 10,
  maxLength,
  variant: "unstyled",
  withErrorStyles: false,
} as const;
const rows = (open: boolean) => (open ? 3 : 1);

type Reply = Part & {
  first: boolean;
  /** It was to be sent: what the estimate lacks is said. */
  checked: boolean;
  refusal: Refusal | null;
  changeEstimate: EstimateChange;
};

export function ReplyPart({
  ticket,
  draft,
  setDraft,
  missing,
  open,
  first,
  checked,
  refusal,
  changeEstimate,
}: Reply) {
  const { expectation, estimate } = draft;
  const change = (part: Partial<ExpectationDraft>) =>
    setDraft((before) => ({ ...before, expectation: { ...before.expectation, ...part } }));
  const name = ticket.contact.name.split(" ")[0];
  return (
    <>
      <Textarea
        {...writing}
        minRows={rows(open)}
        aria-label={`Reply to ${ticket.contact.name}`}
        placeholder={first ? `The first reply to ${name}` : `Reply to ${name}`}
        value={draft.reply}
        onChange={(event) => {
          const reply = event.currentTarget.value;
          setDraft((before) => ({ ...before, reply }));
        }}
        error={missing.body}
      />
      {open && first && (
        <p className={styles.explain}>
          The first reply tells the client who has it, what to expect, what happens next and by when they hear
          from you again. The last is a promise, and the desk keeps an eye on it.
        </p>
      )}
      {open && !first && (
        <Switch
          size="xs"
          label={ticket.expectation ? "Change what the client can expect" : "Say what the client can expect"}
          checked={expectation.set}
          onChange={(event) => change({ set: event.currentTarget.checked })}
        />
      )}
      {open && (first || expectation.set) && (
        <ExpectationFields ticket={ticket} draft={expectation} change={change} missing={missing} />
      )}
      {open && ticket.client && ticket.allowed.includes("estimate") && (
        <EstimatePart
          ticket={ticket}
          client={ticket.client}
          draft={estimate}
          change={changeEstimate}
          checked={checked}
          refusal={refusal}
        />
      )}
    </>
  );
}

export function NotePart({ draft, setDraft, open }: Part) {
  return (
    <Textarea
      {...writing}
      minRows={rows(open)}
      aria-label="Internal note"
      placeholder="A note for the people of the desk"
      value={draft.note}
      onChange={(event) => {
        const note = event.currentTarget.value;
        setDraft((before) => ({ ...before, note }));
      }}
    />
  );
}

export function ResolvePart({ ticket, draft, setDraft, open }: Part) {
  return (
    <>
      <Textarea
        {...writing}
        minRows={rows(open)}
        aria-label="Message with the resolution"
        placeholder="What was done, and how to see that it works"
        value={draft.resolution}
        onChange={(event) => {
          const resolution = event.currentTarget.value;
          setDraft((before) => ({ ...before, resolution }));
        }}
      />
      {open && isFirstReply(ticket) && (
        <p className={styles.explain}>Nobody has answered yet: this message is also the first reply.</p>
      )}
    </>
  );
}
