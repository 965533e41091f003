import { Skeleton } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { ReceiptText } from "lucide-react";
import type { StatementItem } from "@/client/types";
import { ForCoordinators, useMayReadAgreements } from "@/features/agreements/ForCoordinators";
import { dateAt } from "@/time/dates";
import { useTicking } from "@/time/ticking";
import { useDeskZone } from "@/ui/deskZone";
import { EmptyState } from "@/ui/EmptyState";
import { Failure } from "@/ui/Failure";
import { Moment } from "@/ui/Moment";
import { Sheet } from "@/ui/Sheet";
import { Steps } from "@/ui/Steps";
import { monthOf, monthWords, stepped } from "./months";
import { statementsRoute } from "./route";
import { StateMark } from "./StateMark";
import styles from "./Statements.module.css";
import { useStatements } from "./statements";

/** The accounts of a month, one for each client with an agreement. */
export function StatementsPage() {
  const allowed = useMayReadAgreements();
  const search = statementsRoute.useSearch();
  const navigate = useNavigate();
  const zone = useDeskZone();
  const running = monthOf(useTicking((now) => dateAt(now, zone)));
  const last = stepped(running, -1);
  const month = search.month ?? last;
  const { data, error, refetch, isPlaceholderData } = useStatements(month, allowed);
  if (!allowed) return <ForCoordinators />;
  const go = (to: string) =>
    void navigate({ to: "/statements", search: { month: to === last ? undefined : to } });
  return (
    <Sheet
      title="Statements"
      tab={`Statements, ${monthWords(month)}`}
      words="What each client used, what was charged and which promises were kept, month by month."
    >
      <Steps
        span="month"
        title={monthWords(month)}
        before={() => go(stepped(month, -1))}
        after={month < running ? () => go(stepped(month, 1)) : undefined}
        now={month === last ? undefined : () => go(last)}
        nowWords="Last month"
      />
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {!error && !data && <Skeleton height={240} mt={16} />}
      {data && data.items.length === 0 && (
        <EmptyState icon={ReceiptText} title={`Nothing was agreed in ${monthWords(month)}`}>
          Statements begin with a client's agreement; those stand in the desk's file under [[agreements]].
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <div data-old={isPlaceholderData || undefined} aria-busy={isPlaceholderData} className={styles.fresh}>
          <StatementTable items={data.items} />
        </div>
      )}
    </Sheet>
  );
}

function StatementTable({ items }: { items: StatementItem[] }) {
  return (
    <table className={styles.list}>
      <thead>
        <tr>
          <th scope="col">Client</th>
          <th scope="col">State</th>
          <th scope="col">Issued</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ client, month, state, number, issued_at, corrections }) => (
          <tr key={client.id}>
            <th scope="row">
              <Link to="/statements/$client/$month" params={{ client: String(client.id), month }}>
                {client.name}
              </Link>
            </th>
            <td>
              <StateMark state={state} number={number} />
              {corrections > 0 && <span className={styles.dim}> corrected</span>}
            </td>
            <td className={styles.dim}>{issued_at && <Moment at={issued_at} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
