import type { Box } from "./boxes";
import styles from "./Timeline.module.css";

type Entry = { words: string; reason: Box["reason"]; phase: Box["phase"] };

const entries: Entry[] = [
  { words: "counted", reason: "open", phase: "past" },
  { words: "still to come", reason: "open", phase: "ahead" },
  { words: "not needed", reason: "open", phase: "spare" },
  { words: "beyond the due time", reason: "open", phase: "late" },
  { words: "higher where more counts", reason: "mixed", phase: "past" },
  { words: "closed", reason: "closed", phase: "past" },
  { words: "holiday", reason: "holiday", phase: "past" },
  { words: "exception", reason: "exception", phase: "past" },
  { words: "waiting on client", reason: "waiting_on_client", phase: "past" },
  { words: "resolved", reason: "resolved", phase: "past" },
  { words: "before the request", reason: "before_submission", phase: "past" },
];

/** What the looks of this picture mean; those it does not have are left out. */
export function Legend({ boxes, goal }: { boxes: Box[]; goal: boolean }) {
  const shown = entries.filter(({ reason, phase }) =>
    boxes.some((box) => box.reason === reason && (reason !== "open" || box.phase === phase)),
  );
  return (
    <figcaption className={styles.legend}>
      {shown.map(({ words, reason, phase }) => (
        <span key={words} className={styles.entry}>
          <span className={styles.swatch} aria-hidden="true">
            <span className={styles.box} data-reason={reason} data-phase={phase} />
          </span>
          {goal && reason === "open" && phase === "late" ? "beyond the goal" : words}
        </span>
      ))}
    </figcaption>
  );
}
