import { Skeleton } from "@mantine/core";
import { PenLine, Scale, SearchX } from "lucide-react";
import { type ReactNode, useId } from "react";
import { refusalOf } from "@/client/refusal";
import type { WholeAgreement } from "@/client/types";
import { useSession } from "@/features/session/session";
import { EmptyState } from "@/ui/EmptyState";
import { Failure } from "@/ui/Failure";
import { LinkButton } from "@/ui/LinkButton";
import { Sheet } from "@/ui/Sheet";
import styles from "./Agreements.module.css";
import { useAgreement } from "./agreements";
import { BalanceView } from "./BalanceView";
import { BurnDown } from "./burndown/BurnDown";
import { ForCoordinators, useMayReadAgreements } from "./ForCoordinators";
import { agreementRoute } from "./route";
import { Simulate } from "./Simulate";
import { VersionTable } from "./VersionTable";

/** What one client has agreed to, from the beginning, and how the allowance went. */
export function AgreementPage() {
  const { client } = agreementRoute.useParams();
  const allowed = useMayReadAgreements();
  const { data, error, refetch } = useAgreement(Number(client), allowed);
  if (!allowed) return <ForCoordinators />;
  if (data) return <Loaded key={client} agreement={data as WholeAgreement} />;
  if (!error)
    return (
      <Sheet title="Agreement">
        <Skeleton height={320} aria-busy="true" />
      </Sheet>
    );
  if (![404, 422].includes(refusalOf(error).status))
    return <Failure page error={error} retry={() => void refetch()} />;
  return (
    <EmptyState page icon={SearchX} title="There is no such client" action={<All />}>
      They may have been taken out of the desk's file.
    </EmptyState>
  );
}

function All() {
  return (
    <LinkButton to="/agreements" variant="default">
      All agreements
    </LinkButton>
  );
}

function Loaded({ agreement }: { agreement: WholeAgreement }) {
  const { client, today, time_zone, versions, days, balance } = agreement;
  const manager = useSession().person.role === "manager";
  const params = { client: String(client.id) };
  const in_force = versions.find((version) => version.in_force) ?? null;
  const withAllowance = days.some(({ granted }) => granted > 0);
  return (
    <Sheet
      title={client.name}
      tab={`Agreement with ${client.name}`}
      words={`Dates in ${time_zone.replaceAll("_", " ")}.`}
      actions={
        <>
          {manager && versions.length > 0 && (
            <LinkButton
              to="/agreements/$client/edit"
              params={params}
              leftSection={<PenLine size={15} aria-hidden="true" />}
            >
              Edit
            </LinkButton>
          )}
          <LinkButton
            to="/statements/$client/$month"
            params={{ client: String(client.id), month: today.slice(0, 7) }}
            variant="default"
          >
            This month's statement
          </LinkButton>
          <All />
        </>
      }
    >
      {versions.length === 0 ? (
        <EmptyState
          icon={Scale}
          title="Nothing is agreed with this client"
          action={
            manager && (
              <LinkButton to="/agreements/$client/edit" params={params}>
                Write the first version
              </LinkButton>
            )
          }
        >
          {manager
            ? "Write it here, or add an entry [[agreements]] with the client's name to the desk's file and apply it."
            : "Managers write down what is agreed."}
        </EmptyState>
      ) : (
        <>
          <Part title="Allowance">
            <BalanceView agreement={{ client, in_force, balance }} />
            {withAllowance && <BurnDown days={days} today={today} name={client.name} />}
          </Part>
          {in_force && (
            <Part title="What would more work be?">
              <div className={styles.simulate}>
                <Simulate client={client.id} kinds={in_force.kinds} />
              </div>
            </Part>
          )}
          <Part title="Terms">
            <VersionTable versions={versions} today={today} />
          </Part>
        </>
      )}
    </Sheet>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id} className={styles.sectionTitle}>
        {title}
      </h2>
      {children}
    </section>
  );
}
