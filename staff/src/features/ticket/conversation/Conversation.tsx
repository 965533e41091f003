import type { Ticket, TimelineEntry } from "@/client/types";
import { EstimateCard } from "../estimates/EstimateCard";
import { useEstimates } from "../estimates/estimates";
import { placeOf } from "../newSince";
import styles from "./Conversation.module.css";
import { EventLine } from "./EventLine";
import { Message } from "./Message";
import { isMessage, ofConversation } from "./ofConversation";
import { Request } from "./Request";

type Props = {
  ticket: Ticket;
  redact?: (entry: TimelineEntry) => void;
  withdraw: (estimate: number) => void;
};

/** Everything that was said, oldest first; what merely happened stays small between it. */
export function Conversation({ ticket, redact, withdraw }: Props) {
  const estimates = useEstimates(ticket);
  const estimateOf = ({ type, seq, ticket: merged }: TimelineEntry) =>
    type === "estimated" && !merged ? estimates?.find((estimate) => estimate.seq === seq) : undefined;
  const show = (entry: TimelineEntry) => {
    const estimate = estimateOf(entry);
    if (estimate) return <EstimateCard {...{ estimate, entry, ticket, redact, withdraw }} />;
    if (entry.type === "submitted" && !entry.ticket)
      return <Request ticket={ticket} entry={entry} redact={redact} />;
    if (isMessage(entry)) return <Message entry={entry} ticketRef={ticket.ref} redact={redact} />;
    return <EventLine entry={entry} timeline={ticket.timeline} />;
  };
  return (
    <ol className={styles.conversation}>
      {ticket.timeline.filter(ofConversation).map((entry) => (
        <li key={placeOf(entry)}>{show(entry)}</li>
      ))}
    </ol>
  );
}
