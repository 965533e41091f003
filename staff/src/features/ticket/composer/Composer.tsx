import { Button } from "@mantine/core";
import { Lock } from "lucide-react";
import { type Ref, type SubmitEvent, useEffect, useImperativeHandle, useRef, useState } from "react";
import type { Ticket, Verb } from "@/client/types";
import { useSession } from "@/features/session/session";
import { serverNow } from "@/time/serverClock";
import { useDeskZone } from "@/ui/deskZone";
import { Keys } from "@/ui/keys/Keys";
import { useKeys } from "@/ui/keys/useKeys";
import { Refused } from "@/ui/Refused";
import type { TicketActions } from "../useTicketActions";
import styles from "./Composer.module.css";
import { isEmpty, type Tab, withoutSent } from "./draft";
import { NotePart, ReplyPart, ResolvePart } from "./parts";
import { carriesExpectation, expectationOf, type Missing, missingIn, replyNeeds } from "./rules";
import { useDraft } from "./useDraft";

export type ComposerHandle = { write: (tab: Tab) => boolean };

type Props = { ticket: Ticket; actions: TicketActions; triage: () => void; ref: Ref<ComposerHandle> };

const tabs: { tab: Tab; verb: Verb; words: string; send: string }[] = [
  { tab: "reply", verb: "reply", words: "Reply", send: "Send reply" },
  { tab: "note", verb: "note", words: "Internal note", send: "Save note" },
  { tab: "resolve", verb: "resolve", words: "Resolve", send: "Resolve and tell the client" },
];

/** Where one writes, always in reach: to the client, to one another, or the last word. */
export function Composer({ ticket, actions, triage, ref }: Props) {
  const session = useSession();
  const zone = useDeskZone();
  const [draft, setDraft] = useDraft(session.person.id, ticket.ref);
  const [open, setOpen] = useState(() => !isEmpty(draft));
  const [asked, setAsked] = useState(0);
  const [missing, setMissing] = useState<Missing>({});
  const form = useRef<HTMLFormElement>(null);
  const untriaged = ticket.tier === null && ticket.allowed.includes("triage");
  const shown = tabs.filter(({ verb }) => ticket.allowed.includes(verb) || (untriaged && verb !== "note"));
  const here = shown.find(({ tab }) => tab === draft.tab) ?? shown[0];

  const write = (tab: Tab) => {
    if (!shown.some((known) => known.tab === tab)) return false;
    setDraft((before) => ({ ...before, tab }));
    setOpen(true);
    setAsked((times) => times + 1);
    return true;
  };
  useImperativeHandle(ref, () => ({ write }));

  // Each time somebody asks to write; the field of another tab stands only once it is rendered.
  useEffect(() => {
    const field = asked > 0 && form.current?.querySelector<HTMLTextAreaElement>("textarea");
    if (!field) return;
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  }, [asked]);

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

  async function send(event: SubmitEvent) {
    event.preventDefault();
    if (!here || blocked) return;
    const lacking = here.tab === "reply" ? missingIn(draft, ticket, serverNow(), zone) : {};
    setMissing(lacking);
    if (Object.keys(lacking).length > 0) return focusFirstMissing(form.current);
    if (!(await sendPart(here.tab))) return;
    const rest = withoutSent(draft, here.tab);
    setDraft({ ...rest, tab: "reply" });
    setOpen(!isEmpty(rest));
  }

  function sendPart(part: Tab): Promise<boolean> {
    switch (part) {
      case "reply": {
        const expectation = carriesExpectation(draft, ticket)
          ? expectationOf(draft.expectation, ticket, zone)
          : undefined;
        return actions.reply({ body: draft.reply.trim(), expectation });
      }
      case "note":
        return actions.note({ body: draft.note.trim() });
      case "resolve":
        return actions.resolve({ message: draft.resolution.trim() });
    }
  }

  const part = { ticket, draft, setDraft, missing };
  const text = { reply: draft.reply, note: draft.note, resolve: draft.resolution }[here.tab];
  return (
    <form
      ref={form}
      className={styles.composer}
      data-tab={here.tab}
      data-open={open || undefined}
      aria-label="Write"
      onSubmit={(event) => void send(event)}
      onFocus={() => !blocked && setOpen(true)}
    >
      <div className={styles.tabs}>
        {shown.map(({ tab, words }) => (
          <button
            key={tab}
            type="button"
            className={styles.tab}
            aria-pressed={tab === here.tab}
            onClick={() => write(tab)}
          >
            {tab === "note" && <Lock size={13} aria-hidden="true" />}
            {words}
          </button>
        ))}
        {here.tab === "note" && <span className={styles.unseen}>No client ever sees it</span>}
      </div>
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
              <ReplyPart {...part} open={open} first={replyNeeds(ticket) === "expectation"} />
            )}
            {here.tab === "note" && <NotePart {...part} open={open} />}
            {here.tab === "resolve" && <ResolvePart {...part} open={open} />}
          </div>
          {open && (
            <div className={styles.foot}>
              <Refused refusal={actions.refused?.verb === here.verb ? actions.refused.refusal : null} />
              <span className={styles.to}>{recipients(here.tab, ticket)}</span>
              <Button
                type="submit"
                size="sm"
                loading={actions.pending === here.verb}
                disabled={here.tab !== "reply" && !text.trim()}
                rightSection={<Keys keys={["Mod+Enter"]} />}
                className={styles.send}
              >
                {here.send}
              </Button>
            </div>
          )}
        </>
      )}
    </form>
  );
}

function recipients(tab: Tab, { contact, cc }: Ticket): string {
  if (tab === "note") return "Stays inside the desk";
  return `By mail to ${[contact.email, ...cc].join(", ")}`;
}

function focusFirstMissing(form: HTMLFormElement | null) {
  requestAnimationFrame(() =>
    form?.querySelector<HTMLElement>("[aria-invalid=true], [data-error] input")?.focus(),
  );
}
