import { Link } from "@tanstack/react-router";
import { useId } from "react";
import type { TimeEntry } from "@/client/types";
import { dayOf } from "@/time/dates";
import { minutesInWords } from "@/time/duration";
import { EntryLine } from "./EntryLine";
import styles from "./TimePage.module.css";
import { barOf, type Day } from "./week";

type Props = {
  day: Day;
  /** Of the week, which the bar is measured by. */
  days: Day[];
  everybody: boolean;
  correct: (entry: TimeEntry) => void;
};

/** A day: how much it was, and of what. */
export function DayBlock({ day, days, everybody, correct }: Props) {
  const { date, minutes, entries } = day;
  const title = useId();
  return (
    <section className={styles.day} aria-labelledby={title}>
      <h3 id={title} className={styles.date}>
        {dayOf(date)}
        <span className={styles.minutes}>{entries.length > 0 ? minutesInWords(minutes) : "nothing"}</span>
      </h3>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.bar} style={{ inlineSize: `${barOf(day, days)}%` }} />
      </span>
      {entries.length > 0 && (
        <ul className={styles.entries}>
          {entries.map((entry) => (
            <EntryLine
              key={entry.id}
              entry={entry}
              correct={correct}
              of={<What entry={entry} who={everybody} />}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function What({ entry, who }: { entry: TimeEntry; who: boolean }) {
  const { ticket, summary, client, person } = entry;
  return (
    <span className={styles.what}>
      <Link to="/tickets/$ref" params={{ ref: ticket }}>
        {ticket}
      </Link>{" "}
      {client?.name ?? "No client"}
      {who && `, ${person.name}`}
      <span className={styles.summary}>{summary}</span>
    </span>
  );
}
