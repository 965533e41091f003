import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Ticket } from "@/client/types";
import { ticketQuery } from "@/live/ticketCache";
import { Failure } from "@/ui/Failure";
import { Keys } from "@/ui/keys/Keys";
import { LinkButton } from "@/ui/LinkButton";
import { PersonTag, Unassigned } from "@/ui/PersonTag";
import { StatusMark } from "@/ui/StatusMark";
import { TierBadge } from "@/ui/TierBadge";
import { TimeLeft } from "@/ui/TimeLeft";
import { EventLine } from "./conversation/EventLine";
import { Message } from "./conversation/Message";
import { isMessage, ofConversation } from "./conversation/ofConversation";
import { Promises } from "./facts/Promises";
import { WhatIsNext } from "./facts/WhatIsNext";
import { placeOf } from "./newSince";
import styles from "./TicketPreview.module.css";

const lastFew = 3;

/** Enough of a ticket to know whether to open it. */
export default function TicketPreview({ ticketRef }: { ticketRef: string }) {
  const { data, error, refetch } = useQuery(ticketQuery(ticketRef));
  const ticket = data as Ticket | undefined;
  if (error && !ticket) return <Failure error={error} retry={() => void refetch()} />;
  if (!ticket) {
    return (
      <div className={styles.preview}>
        <Skeleton height={16} width={120} />
        <Skeleton height={44} />
        <Skeleton height={120} />
      </div>
    );
  }
  const recent = ticket.timeline
    .filter((entry) => (entry.type !== "submitted" || entry.ticket) && ofConversation(entry))
    .slice(-lastFew);
  return (
    <div className={styles.whole}>
      <div className={styles.preview}>
        <div className={styles.line}>
          <span className={styles.ref}>{ticket.ref}</span>
          <StatusMark status={ticket.status} />
          <TierBadge tier={ticket.tier} provisional={ticket.provisional_tier} full />
        </div>
        <h2 className={styles.summary}>{ticket.summary}</h2>
        <div className={styles.line}>
          <span className={styles.client}>
            {ticket.contact.name}, {ticket.client?.name ?? ticket.contact.company ?? "no client"}
          </span>
          <span className={styles.who}>
            {ticket.assignee ? <PersonTag name={ticket.assignee.name} /> : <Unassigned />}
          </span>
        </div>
        {ticket.next_due && <TimeLeft due={ticket.next_due} asOf={ticket.as_of} size="large" />}
        {ticket.description.trim() !== ticket.summary && <p className={styles.words}>{ticket.description}</p>}
        {recent.map((entry) =>
          isMessage(entry) ? (
            <Message
              key={placeOf(entry)}
              entry={{ ...entry, expectation: undefined }}
              ticketRef={ticket.ref}
            />
          ) : (
            <EventLine key={placeOf(entry)} entry={entry} timeline={ticket.timeline} />
          ),
        )}
      </div>
      <WhatIsNext ticket={ticket} />
      <Promises key={ticket.ref} ticket={ticket} />
      <div className={styles.open}>
        <LinkButton
          to="/tickets/$ref"
          params={{ ref: ticket.ref }}
          variant="default"
          fullWidth
          rightSection={<Keys keys={["Enter"]} />}
        >
          Open
        </LinkButton>
      </div>
    </div>
  );
}
