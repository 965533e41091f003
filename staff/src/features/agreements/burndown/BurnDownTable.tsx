import type { AllowanceDay } from "@/client/types";
import { dayAndMonth } from "@/time/dates";
import { minutesInWords } from "@/time/duration";
import styles from "./BurnDown.module.css";
import { changesOf } from "./geometry";

/** The picture's facts, the latest first: each day on which something changed. */
export function BurnDownTable({ days, today }: { days: AllowanceDay[]; today: string }) {
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">The allowance on each day on which it changed</caption>
      <thead>
        <tr>
          <th scope="col">Date</th>
          <th scope="col">Could be used</th>
          <th scope="col">Left</th>
        </tr>
      </thead>
      <tbody>
        {changesOf(days)
          .toReversed()
          .map(({ date, granted, left }) => (
            <tr key={date}>
              <th scope="row">{dayAndMonth(date, today)}</th>
              <td>{minutesInWords(granted)}</td>
              <td>{minutesInWords(left)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
