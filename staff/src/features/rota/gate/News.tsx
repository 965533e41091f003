import styles from "./Gate.module.css";

/** It opened other gaps than were shown, which stand below. */
export function News() {
  return (
    <p className={styles.news} role="alert">
      Something changed meanwhile, so nothing was done yet. This is what it opens now.
    </p>
  );
}
