import { Skeleton } from "@mantine/core";
import { refusalOf } from "@/client/refusal";
import type { Ticket } from "@/client/types";
import { serverNow } from "@/time/serverClock";
import { SmallFailure } from "@/ui/SmallFailure";
import { useEstimates } from "../estimates/estimates";
import { standingOf } from "../estimates/estimateWords";
import { PriceParts } from "../estimates/PriceParts";
import styles from "./Estimate.module.css";
import type { usePriceAsTyped } from "./usePriceAsTyped";

type Props = { ticket: Ticket; price: ReturnType<typeof usePriceAsTyped> };

/** What the estimate comes to as it is typed, and whose place it takes. */
export function EstimatePriceNow({ ticket, price }: Props) {
  const waits = useEstimates(ticket)?.find((one) => standingOf(one, ticket, serverNow()) === "pending");
  return (
    <div className={styles.price} role="status">
      <Price price={price} />
      {waits && (
        <p className={styles.hint}>
          Estimate {waits.number} still waits for approval; this one takes its place.
        </p>
      )}
    </div>
  );
}

function Price({ price: { ids, data, error, old, retry } }: { price: Props["price"] }) {
  if (error) {
    const refusal = refusalOf(error);
    if (refusal.fields.estimate) return <p className={styles.refused}>{refusal.fields.estimate}</p>;
    if (Object.keys(refusal.fields).length === 0) return <SmallFailure error={error} retry={retry} />;
    return <p className={styles.hint}>The price stands here once the lines are right.</p>;
  }
  if (ids.length === 0) return <p className={styles.hint}>The price stands here once a line has a time.</p>;
  if (!data) return <Skeleton height={36} aria-busy="true" />;
  return (
    <div className={styles.counted} data-old={old || undefined}>
      <PriceParts price={data} />
      <p className={styles.hint}>
        {data.extra > 0
          ? "As counted today. Nothing of it is charged before it is approved."
          : "As counted today. It can be done without an estimate."}
      </p>
    </div>
  );
}
