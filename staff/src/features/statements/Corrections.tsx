import type { Correction } from "@/client/types";
import { dateAt, dayOf, longDay } from "@/time/dates";
import { minutesInWords } from "@/time/duration";
import { amountInWords } from "@/ui/amount";
import { SmallFailure } from "@/ui/SmallFailure";
import styles from "./Statements.module.css";
import { useCorrections } from "./statements";

type Props = { client: number; month: string; zone: string };

/** What was wrong in the statement, and what was given back for it; nothing where it was right. */
export function Corrections({ client, month, zone }: Props) {
  const { data, error, refetch } = useCorrections(client, month);
  if (error && !data) return <SmallFailure error={error} retry={() => void refetch()} />;
  return data?.items.map((one) => <CorrectionCard key={one.number} correction={one} zone={zone} />);
}

function given(minutes: number, amount: string | undefined, currency: string | undefined): string {
  return [
    minutes > 0 && minutesInWords(minutes),
    amount !== undefined && amountInWords(amount, currency ?? ""),
  ]
    .filter(Boolean)
    .join(" and ");
}

function CorrectionCard({ correction, zone }: { correction: Correction; zone: string }) {
  const { number, issued_at, reason, lines, minutes, given_on, amount, currency } = correction;
  const sum = [
    minutes > 0 && `${minutesInWords(minutes)} are given back, of use since ${given_on && dayOf(given_on)}.`,
    amount !== undefined && `${amountInWords(amount, currency ?? "")} are credited.`,
  ].filter(Boolean);
  return (
    <section className={styles.correction} aria-label={`Correction ${number}`}>
      <h2 className={styles.partTitle}>
        Correction {number}, {longDay(dateAt(Date.parse(issued_at), zone))}
      </h2>
      <p>{reason}</p>
      <ul>
        {lines.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a correction's lines have no other name and never move
          <li key={place}>
            {line.ref && `${line.ref}: `}
            {line.text} <strong>{given(line.minutes, line.amount, currency)}</strong>
          </li>
        ))}
      </ul>
      {sum.length > 0 && <p className={styles.words}>{sum.join(" ")}</p>}
    </section>
  );
}
