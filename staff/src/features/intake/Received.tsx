import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { CircleCheck } from "lucide-react";
import { useEffect, useRef } from "react";
import type { TicketReceived } from "@/client/types";
import { copy } from "@/ui/copy";
import { LinkButton } from "@/ui/LinkButton";
import { Moment } from "@/ui/Moment";
import styles from "./IntakePage.module.css";

/** What the caller wants to hear before they hang up. */
export function Received({ ticket, another }: { ticket: TicketReceived; another: () => void }) {
  const { first_reply: reply, goal } = ticket.promises;
  const onward = useRef<HTMLAnchorElement>(null);
  useEffect(() => onward.current?.focus(), []);
  const by = reply?.due ?? goal?.due;
  return (
    <section className={styles.received} aria-labelledby="received">
      <CircleCheck size={32} strokeWidth={1.5} className={styles.done} aria-hidden="true" />
      <h1 id="received" className={styles.title}>
        Written down
      </h1>
      <p className={styles.lead}>Tell the caller:</p>
      <p className={styles.reference}>{ticket.ref}</p>
      {by && (
        <p className={styles.by}>
          First answer by: <Moment at={by} />. A receipt is on its way by mail.
        </p>
      )}
      <div className={styles.buttons}>
        <LinkButton to="/tickets/$ref" params={{ ref: ticket.ref }} ref={onward}>
          Open and triage
        </LinkButton>
        <Button
          variant="default"
          onClick={() =>
            void copy(ticket.url).then((done) =>
              notifications.show({ message: done ? "The client's private link is copied" : ticket.url }),
            )
          }
        >
          Copy the private link
        </Button>
        <Button variant="default" onClick={another}>
          Another one
        </Button>
      </div>
    </section>
  );
}
