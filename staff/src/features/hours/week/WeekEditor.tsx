import type { WeeklyHours } from "@/client/types";
import { hoursAndMinutes } from "@/time/words";
import { copiedDay } from "../draft/edits";
import type { Fields } from "../draft/hoursErrors";
import { weekdayNames, weekdays } from "../weekdays";
import { CopyDay } from "./CopyDay";
import { deskWords, type HoursWords } from "./hoursWords";
import { IntervalList } from "./IntervalList";
import styles from "./WeekEditor.module.css";
import { type DayBar, weekBars, weekSeconds } from "./weekBars";

type Props = {
  week: WeeklyHours;
  /** The field's name in the contract: "hours.weekly". */
  path: string;
  fields: Fields;
  change?: (week: WeeklyHours) => void;
  words?: HoursWords;
};

const hours = [0, 6, 12, 18, 24];

/** Seven days, each as a bar of 24 hours and as times; the bars follow what is typed. */
export function WeekEditor({ week, path, fields, change, words = deskWords }: Props) {
  const bars = weekBars(week);
  return (
    <div className={styles.week}>
      <div className={styles.scale} aria-hidden="true">
        {hours.map((hour) => (
          <span key={hour} style={{ left: `${(hour / 24) * 100}%` }}>
            {hour}
          </span>
        ))}
      </div>
      {weekdays.map((day) => (
        <fieldset key={day} className={styles.day} aria-label={weekdayNames[day]}>
          <span className={styles.name}>{weekdayNames[day]}</span>
          <Bars bars={bars[day]} />
          <div className={styles.times}>
            <IntervalList
              name={weekdayNames[day]}
              day={week[day]}
              path={`${path}.${day}`}
              fields={fields}
              words={words}
              change={change && ((hours) => change({ ...week, [day]: hours }))}
            />
          </div>
          {change && <CopyDay from={day} copy={(to) => change(copiedDay(week, day, to))} />}
        </fieldset>
      ))}
      <p className={styles.total}>{hoursAndMinutes(weekSeconds(week))} a week</p>
      {fields[path] && (
        <p className={styles.error} role="alert">
          {fields[path]}
        </p>
      )}
    </div>
  );
}

function Bars({ bars }: { bars: DayBar[] }) {
  return (
    <div className={styles.bars} aria-hidden="true">
      {bars.map(({ left, width, runsOn }) => (
        <span
          key={`${left} ${runsOn}`}
          className={styles.bar}
          data-runs-on={runsOn || undefined}
          title={runsOn ? "Runs on from the day before" : undefined}
          style={{ left: `${left}%`, inlineSize: `${width}%` }}
        />
      ))}
    </div>
  );
}
