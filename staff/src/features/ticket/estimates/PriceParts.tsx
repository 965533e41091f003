import type { EstimatePrice } from "@/client/types";
import styles from "./Estimates.module.css";
import { priceParts } from "./estimateWords";

/** What an estimate comes to: what the allowance covers, what is beyond it, and its price. */
export function PriceParts({ price }: { price: EstimatePrice }) {
  return (
    <dl className={styles.price}>
      {priceParts(price).map(({ name, value, strong }) => (
        <div key={name} data-strong={strong || undefined}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
