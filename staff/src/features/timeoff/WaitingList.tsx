import { Button } from "@mantine/core";
import type { TimeOff } from "@/client/types";
import { Moment } from "@/ui/Moment";
import { PersonTag } from "@/ui/PersonTag";
import styles from "./TimeOff.module.css";
import type { Deciding } from "./TimeOffPage";
import { timeOffWhen } from "./timeOffWords";

/** What managers are asked for, oldest dates first. */
export function WaitingList({
  waiting,
  decide,
}: {
  waiting: TimeOff[];
  decide: (deciding: Deciding) => void;
}) {
  return (
    <section className={styles.section} aria-labelledby="waiting">
      <h2 id="waiting" className={styles.sectionTitle}>
        Waits for you
        {waiting.length > 0 && <span className={styles.count}>{waiting.length}</span>}
      </h2>
      {waiting.length === 0 ? (
        <p className={styles.words}>
          Nothing: every request is decided. The next one appears here by itself.
        </p>
      ) : (
        <ul className={styles.list}>
          {waiting.map((timeOff) => (
            <li key={timeOff.id} className={styles.request}>
              <div className={styles.what}>
                <span className={styles.person}>
                  <PersonTag name={timeOff.person.name} />
                </span>
                <strong className={styles.when}>{timeOffWhen(timeOff)}</strong>
                <span className={styles.dim}>
                  asked <Moment at={timeOff.asked_at} relative />
                </span>
                {timeOff.note && <p className={styles.note}>“{timeOff.note}”</p>}
              </div>
              <div className={styles.buttons}>
                <Button
                  variant="default"
                  size="xs"
                  aria-label={`Decline ${timeOff.person.name}, ${timeOffWhen(timeOff)}`}
                  onClick={() => decide({ what: "decline", timeOff })}
                >
                  Decline…
                </Button>
                <Button
                  size="xs"
                  aria-label={`Grant ${timeOff.person.name}, ${timeOffWhen(timeOff)}`}
                  onClick={() => decide({ what: "grant", timeOff })}
                >
                  Grant…
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
