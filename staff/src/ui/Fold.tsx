import { ChevronRight } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import styles from "./Fold.module.css";

type Props = {
  title: ReactNode;
  /** Beside the title, also while it is folded. */
  note?: ReactNode;
  /** At the end of the line, for a button that belongs to the whole. */
  action?: ReactNode;
  open?: boolean;
  /** Something inside must be seen: unfolded whatever was chosen. */
  must?: boolean;
  children: ReactNode;
};

/** A part that is there when it is wanted. */
export function Fold({ title, note, action, open = false, must = false, children }: Props) {
  const [chosen, choose] = useState(open);
  const body = useId();
  const unfolded = chosen || must;
  return (
    <div className={styles.fold}>
      <div className={styles.line}>
        <button
          type="button"
          className={styles.head}
          aria-expanded={unfolded}
          aria-controls={unfolded ? body : undefined}
          onClick={() => choose(!unfolded)}
        >
          <ChevronRight
            className={styles.chevron}
            data-open={unfolded || undefined}
            size={16}
            aria-hidden="true"
          />
          <span className={styles.title}>{title}</span>
          {note && <span className={styles.note}>{note}</span>}
        </button>
        {action}
      </div>
      {unfolded && (
        <div id={body} className={styles.body}>
          {children}
        </div>
      )}
    </div>
  );
}
