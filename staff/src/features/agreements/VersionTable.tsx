import type { AgreementVersion } from "@/client/types";
import { dayAndMonth } from "@/time/dates";
import { capital } from "@/ui/eventWords";
import styles from "./Agreements.module.css";
import { termRows } from "./versions";

type Props = { versions: AgreementVersion[]; today: string };

/** All versions side by side, and what each changed of the one before. */
export function VersionTable({ versions, today }: Props) {
  const rows = termRows(versions);
  const latestFirst = versions.toReversed();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: with many versions it scrolls, by key as well
    <section className={styles.scroll} aria-label="Versions, the latest first" tabIndex={0}>
      <table className={styles.versions}>
        <caption className="visually-hidden">Terms by version, the latest first</caption>
        <thead>
          <tr>
            <th scope="col">Term</th>
            {latestFirst.map((version) => (
              <th key={version.from} scope="col">
                <span className={styles.since}>Since {dayAndMonth(version.from, today)}</span>
                <span className={styles.dim}>{stateOf(version, today)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, cells }) => (
            <tr key={label}>
              <th scope="row">{capital(label)}</th>
              {cells.toReversed().map(({ value, changed }, index) => (
                <td key={latestFirst[index]?.from} data-changed={changed || undefined}>
                  {value ?? <span className={styles.dim}>none</span>}
                  {changed && <span className={styles.changed}>changed</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function stateOf({ from, until, in_force }: AgreementVersion, today: string): string {
  const end = until ? `until ${dayAndMonth(until, today)}` : "";
  if (in_force) return end ? `in force ${end}` : "in force";
  return from > today ? "to come" : end;
}
