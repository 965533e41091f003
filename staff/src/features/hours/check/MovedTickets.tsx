import { Link } from "@tanstack/react-router";
import { CircleAlert, CircleCheck } from "lucide-react";
import type { HoursPreview, MovedTicket } from "@/client/types";
import { clockNames } from "@/ui/clockNames";
import { Moment } from "@/ui/Moment";
import styles from "./CheckDialog.module.css";

/** The tickets a change moves, those that become late first. They open beside, so that nothing here is lost. */
export function MovedTickets({ preview: { tickets, moved } }: { preview: HoursPreview }) {
  if (tickets.length === 0) return null;
  const shown = new Set(tickets.map(({ ref }) => ref)).size;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className={styles.scroll} tabIndex={0} aria-label="Tickets that move">
      <table className={styles.table}>
        <caption>The promise that matters most, a line a ticket</caption>
        <thead>
          <tr>
            <th scope="col">Ticket</th>
            <th scope="col">Promise</th>
            <th scope="col">Due</th>
            <th scope="col">Client</th>
            <th scope="col">Assignee</th>
          </tr>
        </thead>
        <tbody>
          {tickets.map((ticket) => (
            <Row key={`${ticket.ref} ${ticket.clock}`} ticket={ticket} />
          ))}
        </tbody>
      </table>
      {moved > shown && <p className={styles.more}>and {moved - shown} more that only move</p>}
    </section>
  );
}

function Row({
  ticket: { ref, summary, clock, before, after, effect, client, assignee },
}: {
  ticket: MovedTicket;
}) {
  return (
    <tr data-effect={effect}>
      <td>
        <Link to="/tickets/$ref" params={{ ref }} target="_blank" className={styles.ref}>
          {ref}
          <span className="visually-hidden"> opens in a new tab</span>
        </Link>
        <span className={styles.summary}>{summary}</span>
      </td>
      <td data-label="Promise">{clockNames[clock]}</td>
      <td data-label="Due">
        <Due at={before} /> →{" "}
        <strong>
          <Due at={after} />
        </strong>
        {effect === "becomes_late" && (
          <span className={styles.late}>
            <CircleAlert size={13} aria-hidden="true" /> becomes late
          </span>
        )}
        {effect === "no_longer_late" && (
          <span className={styles.kept}>
            <CircleCheck size={13} aria-hidden="true" /> no longer late
          </span>
        )}
      </td>
      <td data-label="Client">{client?.name ?? "No client"}</td>
      <td data-label="Assignee">{assignee?.name ?? "Unassigned"}</td>
    </tr>
  );
}

function Due({ at }: { at: string | null }) {
  return at === null ? "no due time" : <Moment at={at} />;
}
