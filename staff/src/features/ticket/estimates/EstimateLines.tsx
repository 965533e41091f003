import type { EstimateLine } from "@/client/types";
import { minutesInWords } from "@/time/duration";
import styles from "./Estimates.module.css";

type Props = { lines: EstimateLine[]; number: number };

/** The pieces of the work, in the order they were written. */
export function EstimateLines({ lines, number }: Props) {
  const sum = lines.reduce((total, { minutes }) => total + minutes, 0);
  const keyed = lines.map((line, index) => ({ ...line, key: `${index} ${line.text}` }));
  return (
    <table className={styles.lines} aria-label={`Lines of estimate ${number}`}>
      <tbody>
        {keyed.map(({ key, text, kind, minutes }) => (
          <tr key={key}>
            <td>
              {text}
              {kind && <span className={styles.kind}> {kind}</span>}
            </td>
            <td>{minutesInWords(minutes)}</td>
          </tr>
        ))}
      </tbody>
      {lines.length > 1 && (
        <tfoot>
          <tr>
            <th scope="row">All together</th>
            <td>{minutesInWords(sum)}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}
