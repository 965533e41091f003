import { type ReactNode, useEffect } from "react";
import styles from "./Sheet.module.css";

type Props = {
  title: string;
  /** Of the browser's tab, where that says more. */
  tab?: string;
  /** Under the title: what this is. */
  words?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

/** A room that is read from top to bottom: its name, what can be done, and the rest below. */
export function Sheet({ title, tab = title, words, actions, children }: Props) {
  useEffect(() => {
    document.title = tab;
  }, [tab]);
  return (
    <div className={styles.page}>
      <div className={styles.sheet}>
        <header className={styles.head}>
          <div>
            <h1 className={styles.title}>{title}</h1>
            {words && <p className={styles.words}>{words}</p>}
          </div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </header>
        {children}
      </div>
    </div>
  );
}
