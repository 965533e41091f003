import { Skeleton } from "@mantine/core";
import styles from "./QueueRow.module.css";

const widths = [62, 48, 71, 55, 40, 66, 58, 44, 69, 52, 61, 38];

export function QueueSkeleton() {
  return (
    <div aria-hidden="true">
      {widths.map((width) => (
        <div key={width} className={styles.row}>
          <Skeleton className={styles.time} height={20} />
          <Skeleton className={styles.tier} width={24} height={20} />
          <Skeleton className={styles.subject} height={12} width={`${width}%`} />
          <Skeleton className={styles.client} height={12} width="70%" />
          <Skeleton className={styles.who} height={12} width="80%" />
          <Skeleton className={styles.event} height={12} width="60%" />
        </div>
      ))}
    </div>
  );
}
