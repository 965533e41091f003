import { Link } from "@tanstack/react-router";
import { memo } from "react";
import type { Status, TicketSummary } from "@/client/types";
import { eventInShort } from "@/ui/eventWords";
import { Moment } from "@/ui/Moment";
import { PersonTag, Unassigned } from "@/ui/PersonTag";
import { StatusMark } from "@/ui/StatusMark";
import { TierBadge } from "@/ui/TierBadge";
import { TimeLeft } from "@/ui/TimeLeft";
import styles from "./QueueRow.module.css";

type Props = { ticket: TicketSummary; asOf: string; selected: boolean; select: (ref: string) => void };

const ended: Partial<Record<Status, string>> = { resolved: "resolved", spam: "spam", merged: "merged" };

/** One line a ticket: how long it has, how bad it is, what it says, whose it is, what happened last. */
export const QueueRow = memo(function QueueRow({ ticket, asOf, selected, select }: Props) {
  return (
    <Link
      to="/tickets/$ref"
      params={{ ref: ticket.ref }}
      preload="intent"
      className={styles.row}
      data-row={ticket.ref}
      data-selected={selected || undefined}
      data-new={ticket.status === "new" || undefined}
      onFocus={() => select(ticket.ref)}
    >
      <span className={styles.time}>
        <TimeLeft due={ticket.next_due} asOf={asOf} otherwise={ended[ticket.status]} />
      </span>
      <span className={styles.tier}>
        <TierBadge tier={ticket.tier} provisional={ticket.provisional_tier} />
      </span>
      <span className={styles.subject}>
        <StatusMark status={ticket.status} iconOnly />
        <span className={styles.summary}>{ticket.summary}</span>
        <span className={styles.ref}>{ticket.ref}</span>
      </span>
      <span className={styles.client} title={ticket.contact_name}>
        {ticket.client?.name ?? ticket.contact_name}
      </span>
      <span className={styles.who}>
        {ticket.assignee ? <PersonTag name={ticket.assignee.name} /> : <Unassigned />}
      </span>
      <span className={styles.event}>
        <span className={styles.happened}>{eventInShort(ticket.last_event.type, ticket.last_event.by)}</span>
        <span className={styles.when}>
          <Moment at={ticket.last_event.at} relative />
        </span>
      </span>
    </Link>
  );
});
