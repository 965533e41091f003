import type { Rota } from "@/client/types";
import { addDays, longDay } from "@/time/dates";
import { gapInWords } from "../gaps/gapWords";
import { dayInWords } from "./dayInWords";
import styles from "./Picture.module.css";

/** The picture's facts for whoever does not see it. */
export function RotaTable({ rota }: { rota: Rota }) {
  const dates = Array.from({ length: rota.days }, (_, index) => addDays(rota.from, index));
  const holidays = new Map(rota.holidays.map(({ date, name }) => [date, name]));
  return (
    <div className={styles.heard}>
      <table>
        <caption>Who is at work when, day by day</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            {dates.map((date) => (
              <th key={date} scope="col">
                {longDay(date)}
                {holidays.has(date) && `, ${holidays.get(date)}`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rota.people.map((person) => (
            <tr key={person.id}>
              <th scope="row">{person.name}</th>
              {dates.map((date) => (
                <td key={date}>{dayInWords(person, date, rota.time_zone, new Set(holidays.keys()))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <caption>Gaps of these days, by pod</caption>
        <tbody>
          {rota.pods.map(({ pod, gaps }) => (
            <tr key={pod?.id ?? 0}>
              <th scope="row">{pod?.name ?? "The desk as a whole"}</th>
              <td>
                {gaps.length === 0 ? "none" : gaps.map((gap) => gapInWords(gap, rota.time_zone)).join(". ")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
