import { Fragment } from "react";
import styles from "./Keys.module.css";

const mac = /Mac|iP/.test(globalThis.navigator?.platform ?? "");
const shown: Record<string, string> = {
  Mod: mac ? "⌘" : "Ctrl",
  ArrowDown: "↓",
  ArrowUp: "↑",
  Enter: "↵",
  Escape: "Esc",
};

/** Keys as they are printed: alternatives side by side, pairs in their order. */
export function Keys({ keys }: { keys: string[] }) {
  return (
    <span className={styles.keys}>
      {keys.map((key) => (
        <Fragment key={key}>
          {key.split(/[ +]/).map((part) => (
            <kbd key={part} className={styles.key}>
              {shown[part] ?? part.toUpperCase()}
            </kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
