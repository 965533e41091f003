import { Link } from "@tanstack/react-router";
import type { TimelineEntry } from "@/client/types";
import styles from "./Conversation.module.css";

/** Where a message stands that was written in a ticket merged into this one. */
export function Origin({ entry: { ticket } }: { entry: TimelineEntry }) {
  if (!ticket) return null;
  return (
    <span className={styles.what}>
      (
      <Link to="/tickets/$ref" params={{ ref: ticket }}>
        {ticket}
      </Link>
      )
    </span>
  );
}
