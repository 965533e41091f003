import { Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Scale } from "lucide-react";
import type { Agreement } from "@/client/types";
import { EmptyState } from "@/ui/EmptyState";
import { capital } from "@/ui/eventWords";
import { Failure } from "@/ui/Failure";
import { Sheet } from "@/ui/Sheet";
import styles from "./Agreements.module.css";
import { useAgreements } from "./agreements";
import { BalanceView } from "./BalanceView";
import { byUrgency } from "./balanceWords";
import { ForCoordinators, useMayReadAgreements } from "./ForCoordinators";
import { termsInBrief } from "./versions";

/** What all clients have agreed to, and whose allowance runs out first. */
export function AgreementsPage() {
  const allowed = useMayReadAgreements();
  const { data, error, refetch } = useAgreements(allowed);
  if (!allowed) return <ForCoordinators />;
  const items = byUrgency((data?.items ?? []) as Agreement[]);
  const agreed = items.filter(({ in_force }) => in_force !== null);
  const others = items.filter(({ in_force }) => in_force === null);
  return (
    <Sheet title="Agreements" words="What clients have agreed to and what is left of it, the lowest first.">
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {!error && !data && <Skeleton height={320} aria-busy="true" />}
      {data && items.length === 0 && (
        <EmptyState icon={Scale} title="There are no clients yet">
          Clients and what they have agreed to stand in the desk's file, under [[clients]] and [[agreements]].
        </EmptyState>
      )}
      {agreed.length > 0 && (
        <ul className={styles.list} aria-label="Clients with an agreement">
          {agreed.map((agreement) => (
            <AgreementItem key={agreement.client.id} agreement={agreement} />
          ))}
        </ul>
      )}
      {others.length > 0 && <WithoutAgreement clients={others.map(({ client }) => client)} />}
    </Sheet>
  );
}

function AgreementItem({ agreement }: { agreement: Agreement }) {
  const { client, in_force } = agreement;
  return (
    <li className={styles.item}>
      <div>
        <Link className={styles.name} to="/agreements/$client" params={{ client: String(client.id) }}>
          {client.name}
        </Link>
        {in_force && (
          <ul className={styles.brief}>
            {termsInBrief(in_force).map(({ label, value }) => (
              <li key={label}>
                <span className={styles.label}>{capital(label)}:</span> {value}
              </li>
            ))}
          </ul>
        )}
      </div>
      <BalanceView agreement={agreement} />
    </li>
  );
}

function WithoutAgreement({ clients }: { clients: Agreement["client"][] }) {
  return (
    <section className={styles.without} aria-labelledby="without">
      <h2 id="without" className={styles.sectionTitle}>
        Without an agreement today
      </h2>
      <p className={styles.words}>
        Their time is written down all the same, and nothing is charged. What is agreed with one of them, a
        manager writes down on the client's page, or in the desk's file under [[agreements]].
      </p>
      <ul className={styles.names}>
        {clients.map(({ id, name }) => (
          <li key={id}>
            <Link to="/agreements/$client" params={{ client: String(id) }}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
