import { Skeleton } from "@mantine/core";
import { useEffect } from "react";
import { Failure } from "@/ui/Failure";
import { useBusinessHours } from "./businessHours";
import styles from "./Hours.module.css";
import { HoursRoom } from "./HoursRoom";

/** The desk's public calendar: everybody reads it, managers change it. */
export function HoursPage() {
  const { data, error, refetch } = useBusinessHours();
  useEffect(() => {
    document.title = "Business hours";
  }, []);
  if (data) return <HoursRoom current={data} />;
  if (error) return <Failure page error={error} retry={() => void refetch()} />;
  return (
    <div className={styles.page} aria-busy="true">
      <div className={styles.sheet}>
        <Skeleton width={180} height={24} mb={8} />
        <Skeleton width="60%" height={16} mb={28} />
        {[0, 1, 2, 3, 4, 5, 6].map((day) => (
          <Skeleton key={day} height={28} mb={12} />
        ))}
        <Skeleton height={160} mt={16} />
      </div>
    </div>
  );
}
