import { dateAt, dayOf, weekdayOf } from "@/time/dates";
import { useTicking } from "@/time/ticking";
import type { Axis } from "./axis";
import styles from "./Picture.module.css";

/** The days above the rows; the table says them to whoever hears the page. */
export function DayScale({ axis, holidays }: { axis: Axis; holidays: Map<string, string> }) {
  const many = axis.days.length > 10;
  const today = useTicking((now) => dateAt(now, axis.zone));
  return (
    <div className={styles.scale} aria-hidden="true">
      {axis.days.map(({ date }) => {
        const [weekday = "", day = ""] = dayOf(date).split(" ");
        return (
          <span
            key={date}
            className={styles.scaleDay}
            data-today={date === today || undefined}
            data-monday={weekdayOf(date) === 0 || undefined}
            title={holidays.get(date)}
          >
            <span className={styles.weekday}>{many ? weekday.charAt(0) : weekday}</span>{" "}
            <span className={styles.date}>{day}</span>
            {holidays.has(date) && <span className={styles.holiday}>{holidays.get(date)}</span>}
          </span>
        );
      })}
    </div>
  );
}
