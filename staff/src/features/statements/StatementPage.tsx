import { Button, Skeleton } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { Download, FileCheck, FilePen, Printer, SearchX } from "lucide-react";
import { useState } from "react";
import { refusalOf } from "@/client/refusal";
import type { Statement } from "@/client/types";
import { ForCoordinators, useMayReadAgreements } from "@/features/agreements/ForCoordinators";
import { useSession } from "@/features/session/session";
import { dateAt } from "@/time/dates";
import { serverNow } from "@/time/serverClock";
import { EmptyState } from "@/ui/EmptyState";
import { Failure } from "@/ui/Failure";
import { LinkButton } from "@/ui/LinkButton";
import { Sheet } from "@/ui/Sheet";
import { Steps } from "@/ui/Steps";
import { CorrectDialog } from "./CorrectDialog";
import { Corrections } from "./Corrections";
import { IssueDialog } from "./IssueDialog";
import { monthOf, monthWords, stepped } from "./months";
import { statementRoute } from "./route";
import { StatementHead } from "./StatementHead";
import { StatementSheet } from "./StatementSheet";
import styles from "./Statements.module.css";
import { csvAddress, useStatement } from "./statements";

/** A client's month as it was issued, else as it stands; to be read and to be printed. */
export function StatementPage() {
  const { client: id, month } = statementRoute.useParams();
  const client = Number(id);
  const allowed = useMayReadAgreements();
  const { data, error, refetch } = useStatement(client, month, allowed);
  if (!allowed) return <ForCoordinators />;
  if (data)
    return <Loaded key={`${id} ${month}`} client={client} month={month} statement={data as Statement} />;
  if (!error) return <Loading month={month} />;
  if (![404, 422].includes(refusalOf(error).status))
    return <Failure page error={error} retry={() => void refetch()} />;
  return (
    <EmptyState
      page
      icon={SearchX}
      title="There is no such statement"
      action={
        <LinkButton to="/statements" variant="default">
          All statements
        </LinkButton>
      }
    >
      {refusalOf(error).detail}
    </EmptyState>
  );
}

type Props = { client: number; month: string; statement: Statement };

function Loaded({ client, month, statement }: Props) {
  const navigate = useNavigate();
  const manager = useSession().person.role === "manager";
  const [issuing, setIssuing] = useState(false);
  const [correcting, setCorrecting] = useState(false);
  const running = monthOf(dateAt(serverNow(), statement.time_zone));
  const over = month < running;
  const go = (to: string) =>
    void navigate({ to: "/statements/$client/$month", params: { client: String(client), month: to } });
  return (
    <Sheet
      title={statement.client}
      tab={`${statement.client}, ${monthWords(month)}`}
      words={<StatementHead statement={statement} over={over} />}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<Printer size={15} aria-hidden="true" />}
            onClick={() => window.print()}
          >
            Print
          </Button>
          <Button
            component="a"
            variant="default"
            leftSection={<Download size={15} aria-hidden="true" />}
            href={csvAddress(client, month)}
            download={`statement-${month}.csv`}
          >
            CSV
          </Button>
          {manager && over && !statement.number && statement.agreement.length > 0 && (
            <Button leftSection={<FileCheck size={15} aria-hidden="true" />} onClick={() => setIssuing(true)}>
              Issue
            </Button>
          )}
          {manager && statement.number && (
            <Button
              variant="default"
              leftSection={<FilePen size={15} aria-hidden="true" />}
              onClick={() => setCorrecting(true)}
            >
              Correct
            </Button>
          )}
        </>
      }
    >
      <Steps
        span="month"
        title={monthWords(month)}
        before={() => go(stepped(month, -1))}
        after={over ? () => go(stepped(month, 1)) : undefined}
      >
        <LinkButton className={styles.all} to="/statements" search={{ month }} variant="default">
          All clients
        </LinkButton>
      </Steps>
      {statement.number && <Corrections client={client} month={month} zone={statement.time_zone} />}
      <StatementSheet statement={statement} />
      <CorrectDialog
        opened={correcting}
        client={client}
        month={month}
        number={statement.number ?? ""}
        close={() => setCorrecting(false)}
      />
      <IssueDialog
        opened={issuing}
        client={client}
        name={statement.client}
        month={month}
        held={statement.held}
        close={() => setIssuing(false)}
      />
    </Sheet>
  );
}

function Loading({ month }: { month: string }) {
  return (
    <Sheet title="Statement" words={monthWords(month)}>
      <div aria-busy="true">
        <Skeleton height={80} mb={16} />
        <Skeleton height={240} />
      </div>
    </Sheet>
  );
}
