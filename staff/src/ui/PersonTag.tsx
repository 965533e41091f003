import styles from "./PersonTag.module.css";

/** Initials in a circle whose hue belongs to the name, and the name. */
export function PersonTag({ name, size = 20 }: { name: string; size?: number }) {
  return (
    <span className={styles.person}>
      <PersonMark name={name} size={size} />
      <span className={styles.name}>{name}</span>
    </span>
  );
}

export function PersonMark({ name, size = 20 }: { name: string; size?: number }) {
  return (
    <span
      className={styles.initials}
      data-hue={hueOf(name)}
      style={{ inlineSize: size, blockSize: size, fontSize: Math.round(size * 0.42) }}
      aria-hidden="true"
    >
      {initialsOf(name)}
    </span>
  );
}

export function Unassigned() {
  return (
    <span className={styles.person}>
      <span className={styles.nobody} aria-hidden="true" />
      <span className={styles.none}>Unassigned</span>
    </span>
  );
}

export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0]?.[0], words.at(-1)?.[0]] : [words[0]?.[0]];
  return letters.join("").toUpperCase();
}

const hues = 6;

function hueOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % hues;
}
