import { Tooltip } from "@mantine/core";
import { useDeskStatus } from "@/features/desk/deskStatus";
import { ago, hoursAndMinutes, targetInWords } from "@/time/words";
import styles from "./ResponseFigure.module.css";

/** The average the public sees, and who still waits for a first word. */
export function ResponseFigure() {
  const status = useDeskStatus();
  if (!status) return null;
  const { average, unanswered } = status;
  return (
    <dl className={styles.figures}>
      {average && (
        <Tooltip
          label={`Business time to the first human reply, ${average.count} requests in ${average.days} days. Half were faster than ${hoursAndMinutes(average.median_seconds)}, nine of ten than ${hoursAndMinutes(average.p90_seconds)}. The goal is ${targetInWords(status.goal)}.`}
          w={260}
        >
          <div className={styles.figure}>
            <dt>Average reply</dt>
            <dd>{hoursAndMinutes(Math.max(60, average.mean_seconds))}</dd>
          </div>
        </Tooltip>
      )}
      <div className={styles.figure}>
        <dt>Unanswered</dt>
        <dd>
          {unanswered.count}
          {unanswered.oldest_seconds !== null && unanswered.count > 0 && (
            <span className={styles.oldest}>oldest {ago(unanswered.oldest_seconds).replace(" ago", "")}</span>
          )}
        </dd>
      </div>
    </dl>
  );
}
