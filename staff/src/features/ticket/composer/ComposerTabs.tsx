import { Lock } from "lucide-react";
import styles from "./Composer.module.css";
import type { Tab } from "./draft";

export type WritingTab = { tab: Tab; words: string };

type Props = { tabs: WritingTab[]; here: Tab; write: (tab: Tab) => void };

/** To whom one writes. */
export function ComposerTabs({ tabs, here, write }: Props) {
  return (
    <div className={styles.tabs}>
      {tabs.map(({ tab, words }) => (
        <button
          key={tab}
          type="button"
          className={styles.tab}
          aria-pressed={tab === here}
          onClick={() => write(tab)}
        >
          {tab === "note" && <Lock size={13} aria-hidden="true" />}
          {words}
        </button>
      ))}
      {here === "note" && <span className={styles.unseen}>No client ever sees it</span>}
    </div>
  );
}
