import { Button, Modal } from "@mantine/core";
import { lazy, Suspense } from "react";
import type { Ticket, TimelineEntry } from "@/client/types";
import { Refused } from "@/ui/Refused";
import styles from "./Confirm.module.css";
import { redactable } from "./redaction/redactable";
import type { TicketActions } from "./useTicketActions";

const Relate = lazy(() => import("./relations/Relate"));
const Redact = lazy(() => import("./redaction/Redact"));
const Withdraw = lazy(() => import("./estimates/Withdraw"));
const Journal = lazy(() => import("./Journal"));

export type Question =
  | "wait"
  | "spam"
  | "journal"
  | "link"
  | "merge"
  | "redact_contact"
  | { redact: TimelineEntry }
  | { withdraw: number };

type Props = { question: Question | null; ticket: Ticket; actions: TicketActions; close: () => void };

const asked = {
  wait: {
    title: "Wait on the client?",
    words: (name: string) =>
      `${name} is told by mail that the next move is theirs. The clock for the resolution pauses until they answer or you resume.`,
    yes: "Wait on the client",
  },
  spam: {
    title: "Mark as spam?",
    words: (name: string) =>
      `This is an end: the ticket leaves the queue for good, and ${name} hears nothing more.`,
    yes: "Mark as spam",
  },
} as const;

/** Asks before what a single key must not do; shows the record. */
export function Confirm({ question, ticket, actions, close }: Props) {
  const ask = question === "wait" || question === "spam" ? asked[question] : null;
  const verb = question === "wait" || question === "spam" ? question : null;
  const of = typeof question === "object" ? question : null;
  const redacting = question === "redact_contact" ? "person" : of && "redact" in of ? of.redact : null;
  const withdrawing = of && "withdraw" in of ? of.withdraw : null;
  return (
    <>
      <Modal opened={ask !== null} onClose={close} title={ask?.title} size="sm">
        {ask && verb && (
          <div className={styles.question}>
            <p>{ask.words(ticket.contact.name)}</p>
            <Refused refusal={actions.refused?.verb === verb ? actions.refused.refusal : null} />
            <div className={styles.buttons}>
              <Button variant="default" onClick={close}>
                Cancel
              </Button>
              <Button
                data-autofocus
                loading={actions.pending === verb}
                onClick={() => void actions[verb]().then((done) => done && close())}
              >
                {ask.yes}
              </Button>
            </div>
          </div>
        )}
      </Modal>
      <Modal
        opened={question === "link" || question === "merge"}
        onClose={close}
        title={
          question === "merge" ? `Merge ${ticket.ref} into another ticket` : `Link ${ticket.ref} to another`
        }
        size="lg"
      >
        <Suspense>
          {(question === "link" || question === "merge") && (
            <Relate how={question} ticket={ticket} actions={actions} close={close} />
          )}
        </Suspense>
      </Modal>
      <Modal
        opened={redacting !== null}
        onClose={close}
        title={`Redact ${redacting === "person" ? ticket.contact.name : `this ${redactable(redacting)}`}?`}
      >
        <Suspense>
          {redacting && <Redact what={redacting} ticket={ticket} actions={actions} close={close} />}
        </Suspense>
      </Modal>
      <Modal opened={withdrawing !== null} onClose={close} title="Withdraw this estimate?" size="sm">
        <Suspense>
          {withdrawing !== null && <Withdraw number={withdrawing} actions={actions} close={close} />}
        </Suspense>
      </Modal>
      <Modal opened={question === "journal"} onClose={close} title={`The record of ${ticket.ref}`} size="lg">
        <Suspense>{question === "journal" && <Journal ticketRef={ticket.ref} />}</Suspense>
      </Modal>
    </>
  );
}
