import { Skeleton } from "@mantine/core";
import { useEffect, useState } from "react";
import type { TimeOff } from "@/client/types";
import { useTimeOff } from "@/features/rota/rota";
import { useSession } from "@/features/session/session";
import { Failure } from "@/ui/Failure";
import { AskForm } from "./AskForm";
import { DeclineDialog } from "./DeclineDialog";
import { GrantDialog } from "./GrantDialog";
import { OthersOff } from "./OthersOff";
import { OwnList } from "./OwnList";
import styles from "./TimeOff.module.css";
import { inOrder } from "./timeOffWords";
import { WaitingList } from "./WaitingList";

export type Deciding = { what: "grant" | "decline"; timeOff: TimeOff };

/** Asked for by everybody, granted or declined by managers. */
export function TimeOffPage() {
  const { data, error, refetch } = useTimeOff();
  const me = useSession().person;
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const close = () => setDeciding(null);
  useEffect(() => {
    document.title = "Time off";
  }, []);
  if (error && !data) return <Failure page error={error} retry={() => void refetch()} />;
  const items = inOrder(data?.items ?? []);
  const waiting = items.filter(({ state }) => state === "requested");
  return (
    <div className={styles.page}>
      <div className={styles.sheet}>
        <header className={styles.head}>
          <h1 className={styles.title}>Time off</h1>
          <p className={styles.words}>
            A manager sees what it would leave uncovered before granting it; you hear of it by mail.
          </p>
        </header>
        {me.role === "manager" && data && <WaitingList waiting={waiting} decide={setDeciding} />}
        <section className={styles.section} aria-labelledby="ask">
          <h2 id="ask" className={styles.sectionTitle}>
            Ask for time off
          </h2>
          <AskForm />
        </section>
        <section className={styles.section} aria-labelledby="own">
          <h2 id="own" className={styles.sectionTitle}>
            Yours
          </h2>
          {data ? <OwnList own={items.filter(({ person }) => person.id === me.id)} /> : <Loading />}
        </section>
        {data && (
          <OthersOff
            others={items.filter(({ person, state }) => person.id !== me.id && state === "granted")}
          />
        )}
      </div>
      <GrantDialog timeOff={deciding?.what === "grant" ? deciding.timeOff : null} close={close} />
      <DeclineDialog timeOff={deciding?.what === "decline" ? deciding.timeOff : null} close={close} />
    </div>
  );
}

function Loading() {
  return (
    <div aria-busy="true">
      <Skeleton height={20} mb={10} />
      <Skeleton height={20} width="70%" />
    </div>
  );
}
