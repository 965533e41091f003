import type { Ticket } from "@/client/types";
import { amountInWords } from "@/ui/amount";
import side from "../facts/Side.module.css";
import styles from "./Estimates.module.css";
import { useEstimates } from "./estimates";
import { inForce } from "./estimateWords";
import { Standing } from "./Standing";

/** Beside the conversation: which estimate waits, which was approved. */
export function EstimateMarks({ ticket }: { ticket: Ticket }) {
  const estimates = useEstimates(ticket);
  if (!estimates?.length) return null;
  return (
    <section className={side.section} aria-label="Estimates">
      <h2 className={side.title}>Estimates</h2>
      <ul className={styles.marks}>
        {inForce(estimates).map((estimate) => (
          <li key={estimate.number}>
            <div className={styles.mark}>
              <span>Estimate {estimate.number}</span>
              {estimate.extra > 0 && (
                <span className={styles.amount}>{amountInWords(estimate.amount, estimate.currency)}</span>
              )}
            </div>
            <Standing estimate={estimate} ticket={ticket} />
          </li>
        ))}
      </ul>
    </section>
  );
}
