import { Skeleton } from "@mantine/core";
import { Lock } from "lucide-react";
import { useEffect } from "react";
import { api } from "@/client/api";
import { refusalOf } from "@/client/refusal";
import { useSession } from "@/features/session/session";
import { EmptyState } from "@/ui/EmptyState";
import { Failure } from "@/ui/Failure";
import { BackupList } from "./BackupList";
import styles from "./Backups.module.css";
import { BackupsHead } from "./BackupsHead";

const whileOneIsMadeMs = 1_000;
const everyMinute = 60_000;

/** Whether the desk could be restored, and from where. */
export function BackupsPage() {
  const allowed = useSession().person.role === "manager";
  const { data, error, refetch } = api.useQuery(
    "get",
    "/api/v1/backups",
    {},
    {
      enabled: allowed,
      staleTime: 0,
      refetchInterval: ({ state }) =>
        state.data?.schedule && state.data.schedule.next_at === null ? whileOneIsMadeMs : everyMinute,
    },
  );
  useEffect(() => {
    document.title = "Backups";
  }, []);

  if (!allowed || (error && refusalOf(error).status === 403)) {
    return (
      <EmptyState icon={Lock} page title="For managers">
        A backup holds everything the desk holds, so only managers see where they are.
      </EmptyState>
    );
  }
  return (
    <div className={styles.page}>
      <div className={styles.sheet}>
        <h1 className={styles.title}>Backups</h1>
        {error && !data && <Failure error={error} retry={() => void refetch()} />}
        {!error && !data && <Skeleton height={160} />}
        {data && <BackupsHead backups={data} changed={() => void refetch()} />}
        {data && data.items.length > 0 && <BackupList items={data.items} />}
      </div>
    </div>
  );
}
