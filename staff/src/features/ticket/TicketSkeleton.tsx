import { Skeleton } from "@mantine/core";
import header from "./TicketHeader.module.css";
import styles from "./TicketRoom.module.css";

export function TicketSkeleton() {
  return (
    <div className={styles.ticket} aria-busy="true">
      <div className={header.header}>
        <div className={header.line}>
          <Skeleton width={64} height={16} />
          <Skeleton width={96} height={16} />
        </div>
        <Skeleton width="56%" height={20} mt={4} mb={4} />
      </div>
      <div className={styles.columns}>
        <div className={styles.middle}>
          <Skeleton height={180} radius={10} mt={20} maw={712} mx="auto" w="100%" />
          <Skeleton height={120} radius={10} mt={12} maw={712} mx="auto" w="100%" />
        </div>
        <div className={styles.side}>
          <Skeleton height={48} m={16} w="auto" />
          <Skeleton height={160} m={16} w="auto" />
        </div>
      </div>
    </div>
  );
}
