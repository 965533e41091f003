import { Link } from "@tanstack/react-router";
import { CircleAlert, MoonStar } from "lucide-react";
import { momentInWords, timeOfDay } from "@/time/zone";
import { clockNames } from "@/ui/clockNames";
import { TierBadge } from "@/ui/TierBadge";
import type { Due } from "./days";
import styles from "./MyWeek.module.css";

type ListProps = {
  title: string;
  tone: "late" | "away";
  due: Due[];
  now: number;
  zone: string;
  words?: string;
};

/** Tickets that need something before their day comes. */
export function DueList({ title, tone, due, now, zone, words }: ListProps) {
  const Icon = tone === "late" ? CircleAlert : MoonStar;
  return (
    <section className={styles.first} data-tone={tone} aria-label={title}>
      <h2 className={styles.firstTitle}>
        <Icon size={15} aria-hidden="true" />
        {title}
        <span className={styles.number}>{due.length}</span>
        {words && <span className={styles.firstWords}>{words}</span>}
      </h2>
      <ul>
        {due.map((one) => (
          <DueItem key={one.ticket.ref} due={one} when={momentInWords(one.at, now, zone)} />
        ))}
      </ul>
    </section>
  );
}

type ItemProps = { due: Due; when: string };

export function DueItem({ due: { ticket, next, there }, when }: ItemProps) {
  return (
    <li className={styles.due}>
      <span className={styles.when}>{when}</span>
      <TierBadge tier={ticket.tier} provisional={ticket.provisional_tier} />
      <Link to="/tickets/$ref" params={{ ref: ticket.ref }} className={styles.link}>
        <span className={styles.ref}>{ticket.ref}</span>
        <span className={styles.summary}>{ticket.summary}</span>
      </Link>
      <span className={styles.clock}>
        {clockNames[next.clock]}
        {!there && <span className={styles.notThere}> · you are not there</span>}
      </span>
    </li>
  );
}

export const timeOf = (due: Due, zone: string) => timeOfDay(due.at, zone);
