import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { api } from "@/client/api";
import { refusalOf } from "@/client/refusal";
import type { TimeOff } from "@/client/types";
import { useRotaChanged } from "@/features/rota/rota";
import styles from "./TimeOff.module.css";
import { stateInWords, timeOffWhen } from "./timeOffWords";

/** One's own, with how each stands; what is asked for or granted can be taken back. */
export function OwnList({ own }: { own: TimeOff[] }) {
  const changed = useRotaChanged();
  const withdraw = api.useMutation("post", "/api/v1/time-off/{id}/withdrawal", {
    onSuccess: () => {
      changed();
      notifications.show({ message: "Withdrawn; you count as at work then." });
    },
    onError: (error) => {
      const { title, detail } = refusalOf(error);
      notifications.show({ color: "red", message: detail ?? title });
    },
  });
  if (own.length === 0) {
    return <p className={styles.words}>None ahead. What you ask for stands here, with how it is decided.</p>;
  }
  return (
    <ul className={styles.list}>
      {own.map((timeOff) => (
        <li key={timeOff.id} className={styles.request}>
          <div className={styles.what}>
            <strong className={styles.when}>{timeOffWhen(timeOff)}</strong>
            <span className={styles.state} data-state={timeOff.state}>
              {stateInWords(timeOff)}
            </span>
            {timeOff.answer && <p className={styles.note}>“{timeOff.answer}”</p>}
            {timeOff.note && <p className={styles.note}>Your note: {timeOff.note}</p>}
          </div>
          {(timeOff.state === "requested" || timeOff.state === "granted") && timeOff.kind === "time_off" && (
            <Withdraw
              when={timeOffWhen(timeOff)}
              go={() => withdraw.mutate({ params: { path: { id: timeOff.id } } })}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** Asked twice: granted again it may not be. */
function Withdraw({ when, go }: { when: string; go: () => void }) {
  const [sure, setSure] = useState(false);
  if (!sure) {
    return (
      <Button
        variant="subtle"
        color="gray"
        size="compact-xs"
        aria-label={`Withdraw ${when}`}
        onClick={() => setSure(true)}
      >
        Withdraw
      </Button>
    );
  }
  return (
    <Button variant="default" size="compact-xs" autoFocus onClick={go} onBlur={() => setSure(false)}>
      Withdraw it?
    </Button>
  );
}
