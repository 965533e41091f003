import { Skeleton } from "@mantine/core";
import type { Agreement, Named } from "@/client/types";
import { Fold } from "@/ui/Fold";
import { SmallFailure } from "@/ui/SmallFailure";
import { useBalance } from "./agreements";
import styles from "./Balance.module.css";
import { BalanceView } from "./BalanceView";
import { Simulate } from "./Simulate";

/** What a client has left, and what more work would be, beside a ticket of that tier. */
export function ClientBalance({ client, tier }: { client: Named; tier: number }) {
  const { data, error, refetch } = useBalance(client.id);
  if (error && !data) return <SmallFailure error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton height={24} aria-busy="true" />;
  const agreement = data as Agreement;
  return (
    <div className={styles.client}>
      <BalanceView agreement={agreement} />
      {agreement.in_force && (
        <Fold title="What would more work be?">
          <Simulate client={client.id} tier={tier} kinds={agreement.in_force.kinds} />
        </Fold>
      )}
    </div>
  );
}
