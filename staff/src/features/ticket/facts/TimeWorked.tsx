import { Button, Skeleton } from "@mantine/core";
import { useState } from "react";
import type { Ticket, TicketTime, TimeEntry } from "@/client/types";
import { ClientBalance } from "@/features/agreements/ClientBalance";
import { CorrectDialog } from "@/features/timelog/CorrectDialog";
import { EntryLine } from "@/features/timelog/EntryLine";
import { LogForm } from "@/features/timelog/LogForm";
import { useTicketTime } from "@/features/timelog/timeLog";
import { dayOf } from "@/time/dates";
import { minutesInWords } from "@/time/duration";
import { SmallFailure } from "@/ui/SmallFailure";
import styles from "./Side.module.css";

type Props = {
  ticket: Ticket;
  logging: boolean;
  setLogging: (logging: boolean) => void;
  /** What the client has left; where it stands in the triage already it is left out. */
  balance: boolean;
};

const shownFirst = 4;

/** Time worked on the ticket, the latest first, and what it leaves the client. */
export function TimeWorked({ ticket, logging, setLogging, balance }: Props) {
  const { data, error, refetch } = useTicketTime(ticket.ref);
  const [correcting, correct] = useState<TimeEntry | null>(null);
  const time = data as TicketTime | undefined;
  const open = mayLog(ticket);
  return (
    <section className={styles.section} aria-label="Time">
      <h2 className={styles.title}>
        <span>
          Time
          {time && time.minutes > 0 && <span className={styles.total}> {minutesInWords(time.minutes)}</span>}
        </span>
        {open && !logging && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            fw={500}
            disabled={!time}
            onClick={() => setLogging(true)}
          >
            Write time down
          </Button>
        )}
      </h2>
      {balance && ticket.client && (
        <div className={styles.balance}>
          <ClientBalance client={ticket.client} tier={ticket.tier ?? ticket.provisional_tier} />
        </div>
      )}
      {error && !time && <SmallFailure error={error} retry={() => void refetch()} />}
      {!error && !time && <Skeleton height={18} width="60%" aria-busy="true" />}
      {time && logging && open && (
        <div className={styles.logging}>
          <LogForm
            ticket={ticket.ref}
            kinds={time.kinds}
            today={time.today}
            close={() => setLogging(false)}
          />
        </div>
      )}
      {time && <Entries items={time.items} correct={correct} />}
      <CorrectDialog entry={correcting} close={() => correct(null)} />
    </section>
  );
}

/** On what was an end no work is done. */
export const mayLog = ({ status }: Ticket) => status !== "spam" && status !== "merged";

function Entries({ items, correct }: { items: TimeEntry[]; correct: (entry: TimeEntry) => void }) {
  const [all, setAll] = useState(false);
  if (items.length === 0) return <p className={styles.none}>Nothing is written down yet.</p>;
  const latest = items.toReversed();
  return (
    <>
      <ul>
        {latest.slice(0, all ? latest.length : shownFirst).map((entry) => (
          <EntryLine
            key={entry.id}
            entry={entry}
            correct={correct}
            of={`${dayOf(entry.date)}, ${entry.person.name}`}
          />
        ))}
      </ul>
      {items.length > shownFirst && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? "Show fewer" : `Show all ${items.length}`}
        </Button>
      )}
    </>
  );
}
