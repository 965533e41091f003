import { Skeleton } from "@mantine/core";
import { useEffect, useState } from "react";
import type { Rota } from "@/client/types";
import { useSession } from "@/features/session/session";
import { dateAt } from "@/time/dates";
import { useTicking } from "@/time/ticking";
import { useDeskZone } from "@/ui/deskZone";
import { Failure } from "@/ui/Failure";
import { type Asked, RotaForms } from "./forms/RotaForms";
import { GapsAhead } from "./gaps/GapsAhead";
import styles from "./Rota.module.css";
import { RotaHead } from "./RotaHead";
import { useRota } from "./rota";
import { rotaRoute } from "./route";
import { shownOf } from "./search";
import { Picture } from "./timeline/Picture";

/** Who is at work when and for whom, and where too few are. */
export function RotaPage() {
  const search = rotaRoute.useSearch();
  const zone = useDeskZone();
  const today = useTicking((now) => dateAt(now, zone));
  const shown = shownOf(search, today);
  const { data, error, refetch, isPlaceholderData } = useRota(shown.from, shown.days);
  const [asked, setAsked] = useState<Asked | null>(null);
  const { role } = useSession().person;
  const rota = data as Rota | undefined;

  useEffect(() => {
    document.title = `Rota, ${shown.title}`;
  }, [shown.title]);

  return (
    <div className={styles.page}>
      <div className={styles.sheet}>
        <RotaHead search={search} today={today} title={shown.title} role={role} ask={rota && setAsked} />
        <div className={styles.columns}>
          <div className={styles.main}>
            {error && !rota && <Failure error={error} retry={() => void refetch()} />}
            {!error && !rota && <Loading />}
            {rota && (
              <div
                className={styles.fresh}
                data-old={isPlaceholderData || undefined}
                aria-busy={isPlaceholderData}
              >
                <Picture rota={rota} ask={setAsked} />
              </div>
            )}
          </div>
          <GapsAhead span={search.span} />
        </div>
      </div>
      {rota && <RotaForms rota={rota} asked={asked} close={() => setAsked(null)} />}
    </div>
  );
}

function Loading() {
  return (
    <div aria-busy="true">
      {[0, 1, 2].map((pod) => (
        <div key={pod} className={styles.loading}>
          <Skeleton width={140} height={18} mb={12} />
          {[0, 1, 2, 3].map((row) => (
            <Skeleton key={row} height={26} mb={8} />
          ))}
        </div>
      ))}
    </div>
  );
}
