import type { StatedGrant } from "@/client/types";
import { dayOf } from "@/time/dates";
import { minutesInWords } from "@/time/duration";
import { capital } from "@/ui/eventWords";
import styles from "./Statements.module.css";

const columns = [
  { key: "minutes", words: "Granted" },
  { key: "used_before", words: "Used before" },
  { key: "used", words: "Used in the month" },
  { key: "expired", words: "Lost" },
  { key: "left", words: "Left" },
] as const;

/** What could be used, what was, and what is left for the month after. */
export function AllowanceTable({ grants }: { grants: StatedGrant[] }) {
  return (
    <table className={styles.allowance}>
      <thead>
        <tr>
          <th scope="col">What</th>
          {columns.map(({ key, words }) => (
            <th key={key} scope="col" className={styles.number}>
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {grants.map((grant) => (
          <tr key={`${grant.what} ${grant.from}`}>
            <th scope="row">
              {capital(grant.what)}
              <span className={styles.dim}>
                {grant.until
                  ? `of use before ${dayOf(grant.until)} ${grant.until.slice(0, 4)}`
                  : "of use until it is used up"}
              </span>
            </th>
            {columns.map(({ key, words }) => (
              <td key={key} className={styles.number} data-none={grant[key] === 0 || undefined}>
                <span className={styles.unit}>{words} </span>
                {minutesInWords(grant[key])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
