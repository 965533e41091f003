import type { TimeOff } from "@/client/types";
import { mondayOf } from "@/time/dates";
import { LinkButton } from "@/ui/LinkButton";
import { PersonTag } from "@/ui/PersonTag";
import styles from "./TimeOff.module.css";
import { timeOffWhen } from "./timeOffWords";

/** Who else is away, so that one does not ask for the same days unawares. */
export function OthersOff({ others }: { others: TimeOff[] }) {
  if (others.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="others">
      <h2 id="others" className={styles.sectionTitle}>
        Who else is away
      </h2>
      <ul className={styles.list}>
        {others.map((timeOff) => (
          <li key={timeOff.id} className={styles.request}>
            <div className={styles.what}>
              <span className={styles.person}>
                <PersonTag name={timeOff.person.name} />
              </span>
              <span className={styles.when}>{timeOffWhen(timeOff)}</span>
              <span className={styles.dim}>
                {timeOff.kind === "absence" ? "absent" : "time off"}
                {timeOff.known_gaps > 0 &&
                  `, granted knowing of ${timeOff.known_gaps === 1 ? "1 gap" : `${timeOff.known_gaps} gaps`}`}
              </span>
            </div>
            <LinkButton
              to="/rota"
              search={{ from: mondayOf(timeOff.first_date) }}
              variant="subtle"
              color="gray"
              size="compact-xs"
              aria-label={`The rota of ${timeOffWhen(timeOff)}`}
            >
              Rota
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
