import type { Ticket, TimelineEntry } from "@/client/types";
import { placeOf } from "../newSince";
import styles from "./Conversation.module.css";
import { EventLine } from "./EventLine";
import { Message } from "./Message";
import { isMessage, ofConversation } from "./ofConversation";
import { Request } from "./Request";

/** Everything that was said, oldest first; what merely happened stays small between it. */
export function Conversation({
  ticket,
  redact,
}: {
  ticket: Ticket;
  redact?: (entry: TimelineEntry) => void;
}) {
  return (
    <ol className={styles.conversation}>
      {ticket.timeline.filter(ofConversation).map((entry) => (
        <li key={placeOf(entry)}>
          {entry.type === "submitted" && !entry.ticket ? (
            <Request ticket={ticket} entry={entry} redact={redact} />
          ) : isMessage(entry) ? (
            <Message entry={entry} ticketRef={ticket.ref} redact={redact} />
          ) : (
            <EventLine entry={entry} />
          )}
        </li>
      ))}
    </ol>
  );
}
