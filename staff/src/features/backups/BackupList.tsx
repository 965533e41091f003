import type { Backup } from "@/client/types";
import { Moment } from "@/ui/Moment";
import styles from "./Backups.module.css";
import { outcomeOf, outcomeWords, sizeInWords } from "./outcome";

const count = (n: number, one: string, many: string) =>
  `${n.toLocaleString("en-GB")} ${n === 1 ? one : many}`;

/** The newest first. */
export function BackupList({ items }: { items: Backup[] }) {
  return (
    <ol className={styles.list} aria-label="Backups made">
      {items.map((backup) => (
        <li key={`${backup.began_at} ${backup.place}`} className={styles.backup}>
          <span className={styles.outcome} data-outcome={outcomeOf(backup)}>
            {outcomeWords[outcomeOf(backup)]}
          </span>
          <span>
            <Moment at={backup.began_at} relative />
          </span>
          <span className={styles.dim}>{backup.scheduled ? "by the desk" : "by hand"}</span>
          <span className={styles.size}>
            {!backup.error &&
              `${sizeInWords(backup.bytes)}, ${count(backup.tickets, "ticket", "tickets")}, ${count(backup.attachments, "attachment", "attachments")}`}
          </span>
          <span className={styles.place}>{backup.place}</span>
          {(backup.error || backup.problems.length > 0) && (
            <ul className={styles.problems}>
              {(backup.error ? [backup.error] : backup.problems).map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
