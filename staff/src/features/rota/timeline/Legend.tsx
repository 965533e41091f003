import type { Rota } from "@/client/types";
import styles from "./Picture.module.css";
import bars from "./Track.module.css";

const person = [
  { look: "present", words: "at work" },
  { look: "extra", words: "taken on in a swap" },
  { look: "time_off", words: "time off" },
  { look: "absence", words: "absent" },
  { look: "swap_off", words: "swapped away" },
];

const coverage = [
  { look: "covered", words: "promised and covered" },
  { look: "too few", words: "fewer than needed" },
  { look: "nobody", words: "nobody there" },
];

/** What the looks of this picture mean; those it does not have are left out. */
export function Legend({ rota }: { rota: Rota }) {
  const kinds = new Set<string>(
    rota.people.flatMap(({ changes }) => changes.map(({ kind }) => (kind === "swap_extra" ? "extra" : kind))),
  );
  const gaps = rota.pods.flatMap(({ gaps }) => gaps);
  const shown = [
    ...person.filter(({ look }) => look === "present" || kinds.has(look)),
    ...coverage.filter(
      ({ look }) => look === "covered" || gaps.some(({ present }) => (present === 0) === (look === "nobody")),
    ),
  ];
  return (
    <p className={styles.legend}>
      {shown.map(({ look, words }) => (
        <span key={look} className={styles.entry}>
          <span className={bars.swatch} aria-hidden="true">
            <span className={bars.bar} data-look={look} />
          </span>
          {words}
        </span>
      ))}
    </p>
  );
}
