import { useMediaQuery } from "@mantine/hooks";
import type { Ticket } from "@/client/types";
import { TimeLeft } from "@/ui/TimeLeft";
import { EstimateMarks } from "../estimates/EstimateMarks";
import { TriageForm } from "../triage/TriageForm";
import type { TicketActions } from "../useTicketActions";
import { Facts } from "./Facts";
import { Promises } from "./Promises";
import styles from "./Side.module.css";
import { TimeWorked } from "./TimeWorked";
import { WhatIsNext } from "./WhatIsNext";

export type TriageFocus = "tier" | "assignee" | null;

type Props = {
  ticket: Ticket;
  actions: TicketActions;
  triaging: TriageFocus;
  setTriaging: (focus: TriageFocus) => void;
  logging: boolean;
  setLogging: (logging: boolean) => void;
};

/** Beside the conversation: how long it has, what was promised, what comes next, the time it took, and the facts. */
export function Side({ ticket, actions, triaging, setTriaging, logging, setLogging }: Props) {
  const tall = useMediaQuery("(min-height: 800px)", undefined, { getInitialValueInEffect: false });
  const untriaged = ticket.tier === null && ticket.allowed.includes("triage");
  return (
    <div className={styles.side}>
      {ticket.next_due && (
        <div className={styles.hero}>
          <TimeLeft due={ticket.next_due} asOf={ticket.as_of} size="large" />
        </div>
      )}
      {(untriaged || triaging) && (
        <section className={styles.section} aria-label="Triage">
          <TriageForm
            key={ticket.ref}
            ticket={ticket}
            actions={actions}
            focus={triaging}
            close={() => setTriaging(null)}
          />
        </section>
      )}
      <Promises ticket={ticket} roomy={tall && !untriaged && !triaging} />
      <EstimateMarks ticket={ticket} />
      <WhatIsNext ticket={ticket} />
      <TimeWorked
        ticket={ticket}
        logging={logging}
        setLogging={setLogging}
        balance={!untriaged && !triaging}
      />
      <Facts
        ticket={ticket}
        actions={actions}
        change={ticket.allowed.includes("triage") ? setTriaging : undefined}
      />
    </div>
  );
}
