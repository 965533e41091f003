import { Tooltip } from "@mantine/core";
import { api } from "@/client/api";
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
      <Satisfaction />
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

/** What clients said of what was resolved; nothing until somebody did. */
function Satisfaction() {
  const { data } = api.useQuery("get", "/api/v1/ratings", {}, { staleTime: 60_000 });
  const count = data ? data.good + data.okay + data.bad : 0;
  if (!data || count === 0) return null;
  return (
    <Tooltip
      label={`What clients said in ${data.days} days: ${data.good} good, ${data.okay} okay, ${data.bad} not good.`}
      w={260}
    >
      <div className={styles.figure}>
        <dt>Rated good</dt>
        <dd>
          {data.good} of {count}
        </dd>
      </div>
    </Tooltip>
  );
}
