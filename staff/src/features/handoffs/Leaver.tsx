import { useId } from "react";
import type { HandOff } from "@/client/types";
import { useSession } from "@/features/session/session";
import { useMinute } from "@/time/ticking";
import { useDeskZone } from "@/ui/deskZone";
import { PersonMark } from "@/ui/PersonTag";
import { HandOffRow } from "./HandOffRow";
import styles from "./HandOffs.module.css";
import { leavingWords } from "./leavingWords";

/** Somebody who goes, and what falls due before they are back. */
export function Leaver({ handOff }: { handOff: HandOff }) {
  const { person, tickets, more } = handOff;
  const count = tickets.length + more;
  const me = useSession().person.id;
  const zone = useDeskZone();
  const now = useMinute();
  const heading = useId();
  return (
    <section className={styles.leaver} aria-labelledby={heading}>
      <div className={styles.who}>
        <PersonMark name={person.name} size={28} />
        <div>
          <h2 id={heading} className={styles.name}>
            {person.name}
            {person.id === me && <span className={styles.dim}> (you)</span>}
          </h2>
          <p className={styles.words}>{leavingWords(handOff, now, zone)}</p>
        </div>
        <span className={styles.count}>
          {count === 1 ? "1 ticket due meanwhile" : `${count} tickets due meanwhile`}
        </span>
      </div>
      <ul className={styles.rows}>
        {tickets.map((entry) => (
          <HandOffRow key={entry.ticket.ref} leaver={person} entry={entry} />
        ))}
      </ul>
      {more > 0 && (
        <p className={styles.words}>
          The first {tickets.length} of them; {more === 1 ? "one more follows" : `${more} more follow`} as
          these are handed over.
        </p>
      )}
    </section>
  );
}
