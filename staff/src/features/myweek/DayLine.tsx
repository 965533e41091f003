import { kindWords } from "@/features/rota/timeline/bars";
import { hoursInWords } from "@/features/rota/timeline/dayInWords";
import { dayOf } from "@/time/dates";
import { zoneAbbreviation } from "@/time/zone";
import { DueItem, timeOf } from "./DueList";
import type { MyDay } from "./days";
import styles from "./MyWeek.module.css";

type Props = { day: MyDay; today: string; zone: string; own: string };

/** One day: when one works, what takes some of it away, and what is due. */
export function DayLine({ day, today, zone, own }: Props) {
  const { date, from, to, holiday, stretches, due } = day;
  const past = date < today;
  const works = stretches.length > 0;
  return (
    <li
      className={styles.day}
      data-today={date === today || undefined}
      data-quiet={past || !works || undefined}
      aria-current={date === today ? "date" : undefined}
    >
      <span className={styles.date}>
        {dayOf(date)}
        {date === today && <span className={styles.today}> today</span>}
      </span>
      <div className={styles.hours}>
        {holiday && <span className={styles.tag}>{holiday}</span>}
        {!works && !holiday && <span className={styles.off}>off</span>}
        {stretches.map((stretch) => {
          const shown = { from: Math.max(stretch.from, from), to: Math.min(stretch.to, to) };
          return (
            <span key={stretch.from} className={styles.stretch} data-kind={stretch.kind}>
              {hoursInWords(shown, zone)}
              {stretch.kind !== "present" && <span className={styles.tag}>{shortKind(stretch.kind)}</span>}
              {own !== zone && (
                <span className={styles.own}>
                  {hoursInWords(shown, own)} {zoneAbbreviation(shown.from, own)}
                </span>
              )}
            </span>
          );
        })}
      </div>
      {due.length > 0 && (
        <ul className={styles.dues}>
          {due.map((one) => (
            <DueItem key={one.ticket.ref} due={one} when={timeOf(one, zone)} />
          ))}
        </ul>
      )}
    </li>
  );
}

const shortKind = (kind: keyof typeof kindWords) => (kind === "extra" ? "swap" : kindWords[kind]);
