import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { UserRoundPlus } from "lucide-react";
import type { Opening } from "@/client/types";
import { useDeskZone } from "@/ui/deskZone";
import { Moment } from "@/ui/Moment";
import { endangersInWords, gapWhen, shortOf } from "../gaps/gapWords";
import styles from "./Gate.module.css";

type Props = {
  opening: Opening;
  /** The first whose gap somebody could cover: one key away. */
  first: boolean;
  /** A swap is agreed on by itself, before the change. */
  byItself: boolean;
  busy: boolean;
  /** Whose taking it on closes this gap: the pod's people, of the desk as a whole anybody. */
  counts: (person: number) => boolean;
  cover: (person: number) => void;
};

const listed = 4;

/** One gap a change opens: when and why, whom it concerns, what is due in it, and who could cover. */
export function OpeningItem({ opening, first, byItself, busy, counts, cover }: Props) {
  const zone = useDeskZone();
  const { pod, gap, tickets, could_cover } = opening;
  const coverers = could_cover.filter(({ id }) => counts(id));
  const outside = could_cover.filter(({ id }) => !counts(id));
  const endangers = endangersInWords(gap);
  return (
    <li className={styles.opening}>
      <p className={styles.when}>
        <strong>{gapWhen(gap, zone)}</strong>
        <span className={styles.short} data-nobody={gap.present === 0 || undefined}>
          {shortOf(gap)}
        </span>
        <span className={styles.pod}>{pod ? `Pod ${pod.name}` : "The desk as a whole"}</span>
      </p>
      <p className={styles.words}>
        {gap.cause}
        {endangers && `; ${endangers}`}
      </p>
      {tickets.length > 0 && (
        <ul className={styles.tickets} aria-label={`Due in it, ${gapWhen(gap, zone)}`}>
          {tickets.map(({ ref, summary, client, assignee, due }) => (
            <li key={ref}>
              <Link to="/tickets/$ref" params={{ ref }} target="_blank">
                {ref}
                <span className="visually-hidden"> opens in a new tab</span>
              </Link>
              <span className={styles.summary}>{summary}</span>
              <span className={styles.due}>
                due <Moment at={due} />
              </span>
              <span className={styles.whose}>
                {[client?.name, assignee?.name ?? "Unassigned"].filter(Boolean).join(" · ")}
              </span>
            </li>
          ))}
        </ul>
      )}
      {could_cover.length === 0 && (
        <p className={styles.words}>Nobody could cover it: all others are away or at work then.</p>
      )}
      {coverers.length > 0 && (
        <div className={styles.cover}>
          <span>{byItself ? "Could cover; a swap is agreed on at once:" : "Could cover:"}</span>
          {coverers.slice(0, listed).map(({ id, name }, index) => (
            <Button
              key={id}
              variant={first && index === 0 && !byItself ? "filled" : "default"}
              data-first={(first && index === 0 && !byItself) || undefined}
              size="compact-sm"
              disabled={busy}
              leftSection={<UserRoundPlus size={14} aria-hidden="true" />}
              aria-label={`${name} takes it on, ${gapWhen(gap, zone)}`}
              onClick={() => cover(id)}
            >
              {name}
            </Button>
          ))}
          {coverers.length > listed && <span>and {coverers.length - listed} more</span>}
        </div>
      )}
      {outside.length > 0 && (
        <p className={styles.words}>
          {coverers.length > 0 ? "Free too, but" : "Nobody of the pod could cover it. Free, but"} not in the
          pod:{" "}
          {outside
            .slice(0, listed)
            .map(({ name }) => name)
            .join(", ")}
          {outside.length > listed && ` and ${outside.length - listed} more`}
        </p>
      )}
    </li>
  );
}
