import { ActionIcon } from "@mantine/core";
import { Lock, Pencil } from "lucide-react";
import type { ReactNode } from "react";
import type { TimeEntry } from "@/client/types";
import { useSession } from "@/features/session/session";
import { dayOf } from "@/time/dates";
import { minutesInWords } from "@/time/duration";
import { useDeskZone } from "@/ui/deskZone";
import { entryMarks, timesInWords } from "./entryWords";
import styles from "./TimeLog.module.css";
import { mayCorrect } from "./timeLog";

type Props = {
  entry: TimeEntry;
  correct: (entry: TimeEntry) => void;
  /** What it is of, where that is not said around it. */
  of: ReactNode;
};

/** One entry: how long, of what, and what is special about it. */
export function EntryLine({ entry, correct, of }: Props) {
  const zone = useDeskZone();
  const me = useSession().person;
  const times = timesInWords(entry, zone);
  const struck = entry.minutes === 0;
  return (
    <li className={styles.entry} data-struck={struck || undefined}>
      <span className={styles.long}>{struck ? "Struck out" : minutesInWords(entry.minutes)}</span>
      <span className={styles.of}>{of}</span>
      {mayCorrect(entry, me) && (
        <ActionIcon
          className={styles.pencil}
          variant="subtle"
          color="gray"
          size={24}
          aria-label={`Correct ${minutesInWords(entry.minutes)} of ${entry.person.name}, ${dayOf(entry.date)}`}
          onClick={() => correct(entry)}
        >
          <Pencil size={13} aria-hidden="true" />
        </ActionIcon>
      )}
      {entry.note && <span className={styles.note}>{entry.note}</span>}
      <span className={styles.marks}>
        {times && <span>{times}</span>}
        {entryMarks(entry).map((mark) => (
          <span key={mark} className={styles.mark}>
            {mark}
          </span>
        ))}
        {entry.locked && (
          <span className={styles.mark}>
            <Lock size={11} aria-hidden="true" />
            on an issued statement
          </span>
        )}
      </span>
    </li>
  );
}
