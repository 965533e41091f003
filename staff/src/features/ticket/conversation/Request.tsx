import type { Ticket, TimelineEntry } from "@/client/types";
import { Moment } from "@/ui/Moment";
import { PersonMark } from "@/ui/PersonTag";
import { SafeHtml } from "@/ui/SafeHtml";
import { impactWords } from "@/ui/tiers";
import { Attachments } from "./Attachments";
import styles from "./Conversation.module.css";
import { RedactButton } from "./RedactButton";

const liveWords = { yes: "On the live site", no: "Not on the live site", unknown: "Not said" };

/** What the client wrote, as their own page shows it, and what the form asked besides. */
export function Request({
  ticket,
  entry,
  redact,
}: {
  ticket: Ticket;
  entry: TimelineEntry;
  redact?: (entry: TimelineEntry) => void;
}) {
  const live = ticket.live === null ? liveWords.unknown : ticket.live ? liveWords.yes : liveWords.no;
  return (
    <article className={styles.card} data-kind="request" aria-label="The request">
      <header className={styles.head}>
        <PersonMark name={ticket.contact.name} size={24} />
        <span className={styles.who}>{ticket.contact.name}</span>
        <span className={styles.what}>{ticket.client?.name ?? ticket.contact.company ?? "no client"}</span>
        <span className={styles.when}>
          <Moment at={entry.at} relative />
        </span>
        <RedactButton entry={entry} redact={redact} />
      </header>
      <div className={styles.body}>
        {entry.body_html ? (
          <SafeHtml html={entry.body_html} />
        ) : (
          <p className={styles.verbatim}>{ticket.description}</p>
        )}
      </div>
      <Attachments files={entry.attachments} ticketRef={ticket.ref} />
      <dl className={styles.given}>
        <div>
          <dt>Impact</dt>
          <dd>{impactWords[ticket.impact]}</dd>
        </div>
        <div>
          <dt>Live</dt>
          <dd>{live}</dd>
        </div>
        <div>
          <dt>Site</dt>
          <dd>
            <OutsideLink href={ticket.site} />
          </dd>
        </div>
        {ticket.page && (
          <div>
            <dt>Page</dt>
            <dd>
              <OutsideLink href={ticket.page} />
            </dd>
          </div>
        )}
      </dl>
    </article>
  );
}

/** Only web addresses become links, whatever the record says. */
export function OutsideLink({ href }: { href: string }) {
  const shown = href.replace(/^https?:\/\//, "").replace(/\/$/, "");
  if (!/^https?:\/\//.test(href)) return <>{href}</>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {shown}
    </a>
  );
}
