import { CircleCheck, Lock } from "lucide-react";
import type { TimelineEntry } from "@/client/types";
import { Moment } from "@/ui/Moment";
import { PersonMark } from "@/ui/PersonTag";
import { SafeHtml } from "@/ui/SafeHtml";
import { Attachments } from "./Attachments";
import styles from "./Conversation.module.css";
import { Origin } from "./Origin";
import { Promised } from "./Promised";
import { RedactButton } from "./RedactButton";

type Kind = "reply" | "client" | "note" | "resolved";

const kinds: Partial<Record<TimelineEntry["type"], Kind>> = {
  replied: "reply",
  client_replied: "client",
  noted: "note",
  resolved: "resolved",
  submitted: "client",
};

/** Something a person wrote. A note for ourselves must never look like a word to the client. */
export function Message({
  entry,
  ticketRef,
  redact,
}: {
  entry: TimelineEntry;
  ticketRef: string;
  redact?: (entry: TimelineEntry) => void;
}) {
  const kind = kinds[entry.type] ?? "note";
  const card = kind === "resolved" ? "reply" : kind;
  return (
    <article className={styles.card} data-kind={card} aria-label={`${entry.by.name}, ${labels[kind]}`}>
      <header className={styles.head}>
        <PersonMark name={entry.by.name} size={24} />
        <span className={styles.who}>{entry.by.name}</span>
        <span className={styles.what} data-kind={kind}>
          {kind === "note" && <Lock size={13} aria-hidden="true" />}
          {kind === "resolved" && <CircleCheck size={14} aria-hidden="true" />}
          {entry.type === "submitted" ? "wrote in" : labels[kind]}
        </span>
        <Origin entry={entry} />
        <span className={styles.when}>
          <Moment at={entry.at} relative />
        </span>
        <RedactButton entry={entry} redact={redact} />
      </header>
      <div className={styles.body}>
        {entry.body_html ? (
          <SafeHtml html={entry.body_html} />
        ) : (
          <p className={styles.verbatim}>{entry.body}</p>
        )}
      </div>
      <Attachments files={entry.attachments} ticketRef={entry.ticket ?? ticketRef} />
      {entry.expectation && <Promised expectation={entry.expectation} />}
    </article>
  );
}

const labels: Record<Kind, string> = {
  reply: "to the client",
  client: "answered",
  note: "Internal note",
  resolved: "Resolved",
};
