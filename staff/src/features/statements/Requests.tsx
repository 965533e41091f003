import { Link } from "@tanstack/react-router";
import type { StatedLine, StatedTicket } from "@/client/types";
import { dayOf } from "@/time/dates";
import { minutesInWords } from "@/time/duration";
import { amountInWords } from "@/ui/amount";
import { capital } from "@/ui/eventWords";
import styles from "./Statements.module.css";
import { outcomes, ticketSum } from "./statementWords";

/** Each request with the work on it, and of each part what became of it and why. */
export function Requests({ tickets }: { tickets: StatedTicket[] }) {
  if (tickets.length === 0) return <p className={styles.words}>No work was written down for this month.</p>;
  return tickets.map((ticket) => (
    <section key={ticket.ref} className={styles.request} aria-label={`Request ${ticket.ref}`}>
      <h3 className={styles.requestTitle}>
        <Link to="/tickets/$ref" params={{ ref: ticket.ref }}>
          {ticket.ref}
        </Link>{" "}
        {ticket.summary}
      </h3>
      <p className={styles.sum}>
        <strong>{minutesInWords(ticket.minutes)}</strong>, {ticketSum(ticket)}
      </p>
      <table className={styles.lines}>
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">Work</th>
            <th scope="col">What became of it</th>
            <th scope="col" className={styles.number}>
              Time
            </th>
            <th scope="col" className={styles.number}>
              Amount
            </th>
          </tr>
        </thead>
        <tbody>
          {ticket.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a statement's lines have no other name and never move
            <Line key={index} line={line} />
          ))}
        </tbody>
      </table>
    </section>
  ));
}

function Line({ line }: { line: StatedLine }) {
  const { date, who, kind, note, outside_hours, minutes, outcome, why, amount, currency } = line;
  const special = [kind, outside_hours && "outside business hours"].filter(Boolean).join(", ");
  return (
    <tr>
      <td className={styles.when}>{dayOf(date)}</td>
      <td>
        {note && <div className={styles.note}>{note}</div>}
        <div className={styles.dim}>
          {who}
          {special && `, ${special}`}
        </div>
      </td>
      <td>
        {capital(outcomes[outcome])}
        <div className={styles.dim}>{why}</div>
      </td>
      <td className={styles.number}>{minutesInWords(minutes)}</td>
      <td className={styles.number}>{amount && currency ? amountInWords(amount, currency) : ""}</td>
    </tr>
  );
}
