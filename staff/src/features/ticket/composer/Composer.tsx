import { Button } from "@mantine/core";
import { type Ref, type SubmitEvent, useImperativeHandle, useRef, useState } from "react";
import type { Ticket, Verb } from "@/client/types";
import { unplaced } from "@/features/rota/forms/fields";
import { useSession } from "@/features/session/session";
import { Keys } from "@/ui/keys/Keys";
import { useKeys } from "@/ui/keys/useKeys";
import type { TicketActions } from "../useTicketActions";
import styles from "./Composer.module.css";
import { ComposerFoot } from "./ComposerFoot";
import { ComposerTabs, type WritingTab } from "./ComposerTabs";
import { isEmpty, type Tab, withoutSent } from "./draft";
import type { EstimateDraft } from "./estimateDraft";
import { estimatePlaces } from "./estimateErrors";
import { focusFirstWrong, useFocusRefused } from "./firstWrong";
import { NotePart, ReplyPart, ResolvePart } from "./parts";
import { carriesEstimate, replyNeeds } from "./rules";
import { useDraft } from "./useDraft";
import { useFocusAtEnd } from "./useFocusAtEnd";
import { useSending } from "./useSending";

export type ComposerHandle = { write: (tab: Tab) => boolean };

type Props = { ticket: Ticket; actions: TicketActions; triage: () => void; ref: Ref<ComposerHandle> };

const tabs: (WritingTab & { verb: Verb; send: string })[] = [
  { tab: "reply", verb: "reply", words: "Reply", send: "Send reply" },
  { tab: "note", verb: "note", words: "Internal note", send: "Save note" },
  { tab: "resolve", verb: "resolve", words: "Resolve", send: "Resolve and tell the client" },
];

/** Where one writes, always in reach: to the client, to one another, or the last word. */
export function Composer({ ticket, actions, triage, ref }: Props) {
  const session = useSession();
  const [draft, setDraft] = useDraft(session.person.id, ticket.ref);
  const [open, setOpen] = useState(() => !isEmpty(draft));
  const [asked, setAsked] = useState(0);
  const sending = useSending(ticket, draft, actions);
  const form = useRef<HTMLFormElement>(null);
  const untriaged = ticket.tier === null && ticket.allowed.includes("triage");
  const shown = tabs.filter(({ verb }) => ticket.allowed.includes(verb) || (untriaged && verb !== "note"));
  const here = shown.find(({ tab }) => tab === draft.tab) ?? shown[0];
  const { refused } = actions;
  const refusal = refused && refused.verb === here?.verb ? refused.refusal : null;

  const write = (tab: Tab) => {
    if (!shown.some((known) => known.tab === tab)) return false;
    setDraft((before) => ({ ...before, tab }));
    setOpen(true);
    setAsked((times) => times + 1);
    return true;
  };
  useImperativeHandle(ref, () => ({ write }));
  useFocusAtEnd(form, asked);
  useFocusRefused(form, refusal);

  useKeys({
    send: () => (form.current?.contains(document.activeElement) ? form.current.requestSubmit() : false),
    back: () => {
      if (!form.current?.contains(document.activeElement)) return false;
      setOpen(!isEmpty(draft));
      (document.activeElement as HTMLElement).blur();
    },
  });

  if (!here) {
    return <p className={styles.readOnly}>You can read this ticket. Coordinators and managers answer it.</p>;
  }
  const blocked = untriaged && here.tab !== "note";
  const estimated = here.tab === "reply" && carriesEstimate(draft, ticket);

  async function send(event: SubmitEvent) {
    event.preventDefault();
    if (!here || blocked) return;
    if (!(await sending.send(here.tab))) return void focusFirstWrong(form.current);
    const rest = withoutSent(draft, here.tab);
    setDraft({ ...rest, tab: "reply" });
    setOpen(!isEmpty(rest));
  }

  const changeEstimate = (part: Partial<EstimateDraft>) => {
    if (refusal) actions.forgive();
    setDraft((before) => ({ ...before, estimate: { ...before.estimate, ...part } }));
  };

  const part = { ticket, draft, setDraft, missing: sending.missing };
  const text = { reply: draft.reply, note: draft.note, resolve: draft.resolution }[here.tab];
  return (
    <form
      ref={form}
      className={styles.composer}
      data-tab={here.tab}
      data-open={open || undefined}
      data-estimated={estimated || undefined}
      aria-label="Write"
      onSubmit={(event) => void send(event)}
      onFocus={() => !blocked && setOpen(true)}
    >
      <ComposerTabs tabs={shown} here={here.tab} write={write} />
      {blocked ? (
        <div className={styles.blocked}>
          <p>Before the client gets an answer somebody says how bad it is and who has it.</p>
          <Button variant="default" size="xs" rightSection={<Keys keys={["t"]} />} onClick={triage}>
            Triage
          </Button>
        </div>
      ) : (
        <>
          <div className={styles.parts}>
            {here.tab === "reply" && (
              <ReplyPart
                {...part}
                open={open}
                first={replyNeeds(ticket) === "expectation"}
                checked={sending.checked}
                refusal={refusal}
                changeEstimate={changeEstimate}
              />
            )}
            {here.tab === "note" && <NotePart {...part} open={open} />}
            {here.tab === "resolve" && <ResolvePart {...part} open={open} />}
          </div>
          {open && (
            <ComposerFoot
              tab={here.tab}
              ticket={ticket}
              estimated={estimated}
              refusal={estimated ? unplaced(refusal, refusal?.fields ?? {}, estimatePlaces) : refusal}
              words={estimated ? "Send reply with estimate" : here.send}
              pending={actions.pending === here.verb}
              disabled={here.tab !== "reply" && !text.trim()}
            />
          )}
        </>
      )}
    </form>
  );
}
