import { Link } from "@tanstack/react-router";
import type { Opening } from "@/client/types";
import { useDeskZone } from "@/ui/deskZone";
import { Moment } from "@/ui/Moment";
import { endangersInWords, gapWhen, shortOf, timesInWords } from "../gaps/gapWords";
import styles from "./Gate.module.css";

/** A gap a change opens: when, how often and why, whom it concerns, and what is due in it. */
export function OpenedGap({ opening: { pod, gap, tickets } }: { opening: Opening }) {
  const zone = useDeskZone();
  const { first } = gap;
  const endangers = endangersInWords(first);
  return (
    <>
      <p className={styles.when}>
        <strong>{gapWhen(first, zone)}</strong>
        {timesInWords(gap, zone)}
        <span className={styles.short} data-nobody={first.present === 0 || undefined}>
          {shortOf(first)}
        </span>
        <span className={styles.pod}>{pod ? `Pod ${pod.name}` : "The desk as a whole"}</span>
      </p>
      <p className={styles.words}>
        {first.cause}
        {endangers && `; ${endangers}`}
      </p>
      {tickets.length > 0 && (
        <ul className={styles.tickets} aria-label={`Due in it, ${gapWhen(first, zone)}`}>
          {tickets.map(({ ref, summary, client, assignee, due }) => (
            <li key={ref}>
              <Link to="/tickets/$ref" params={{ ref }} target="_blank">
                {ref}
                <span className="visually-hidden"> opens in a new tab</span>
              </Link>
              <span className={styles.summary}>{summary}</span>
              <span className={styles.due}>
                due <Moment at={due} />
              </span>
              <span className={styles.whose}>
                {[client?.name, assignee?.name ?? "Unassigned"].filter(Boolean).join(" · ")}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
