import { Tooltip } from "@mantine/core";
import { useDeskStatus } from "@/features/desk/deskStatus";
import { useTicking } from "@/time/ticking";
import { timeOfDay, zoneAbbreviation } from "@/time/zone";
import styles from "./DeskNow.module.css";
import { openingWords } from "./openingWords";

/** The desk's name, and whether its clocks run. */
export function DeskNow({ name }: { name: string }) {
  const status = useDeskStatus();
  const words = useTicking((now) => (status ? openingWords(status, now) : ""));
  const wall = useTicking((now) => (status ? timeOfDay(now, status.time_zone) : ""));
  const zone = useTicking((now) => (status ? zoneAbbreviation(now, status.time_zone) : ""));
  return (
    <div className={styles.now}>
      <div className={styles.name}>{name}</div>
      {status && (
        <Tooltip label={`Business hours: ${status.hours}`} position="bottom-start">
          <div className={styles.state}>
            <span className={styles.dot} data-open={status.open || undefined} aria-hidden="true" />
            <span>{words}</span>
            <span className={styles.wall}>
              {wall} {zone} now
            </span>
          </div>
        </Tooltip>
      )}
    </div>
  );
}
