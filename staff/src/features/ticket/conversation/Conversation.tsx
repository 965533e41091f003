import type { Ticket, TimelineEntry } from "@/client/types";
import styles from "./Conversation.module.css";
import { EventLine } from "./EventLine";
import { Message } from "./Message";
import { ofConversation } from "./ofConversation";
import { Request } from "./Request";

const messages = new Set<TimelineEntry["type"]>(["replied", "client_replied", "noted", "resolved"]);

/** Everything that was said, oldest first; what merely happened stays small between it. */
export function Conversation({ ticket }: { ticket: Ticket }) {
  return (
    <ol className={styles.conversation}>
      {ticket.timeline.filter(ofConversation).map((entry) => (
        <li key={entry.seq}>
          {entry.type === "submitted" ? (
            <Request ticket={ticket} entry={entry} />
          ) : messages.has(entry.type) && (entry.body_html ?? entry.body) ? (
            <Message entry={entry} ticketRef={ticket.ref} />
          ) : (
            <EventLine entry={entry} />
          )}
        </li>
      ))}
    </ol>
  );
}
