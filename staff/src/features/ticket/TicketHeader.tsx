import { Button, Tooltip } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { ArrowLeft, ChevronDown, ChevronUp } from "lucide-react";
import type { Ticket } from "@/client/types";
import { lastQueue } from "@/features/queue/lastQueue";
import { StatusMark } from "@/ui/StatusMark";
import { TierBadge } from "@/ui/TierBadge";
import { TimeLeft } from "@/ui/TimeLeft";
import type { Question } from "./Confirm";
import styles from "./TicketHeader.module.css";
import { TicketMenu } from "./TicketMenu";
import type { Neighbours } from "./useNeighbours";
import type { TicketActions } from "./useTicketActions";

type Props = {
  ticket: Ticket;
  actions: TicketActions;
  neighbours: Neighbours;
  ask: (question: Question) => void;
  write: (tab: "resolve") => boolean;
  narrow: boolean;
};

export function TicketHeader({ ticket, actions, neighbours, ask, write, narrow }: Props) {
  const may = (verb: Ticket["allowed"][number]) => ticket.allowed.includes(verb);
  return (
    <header className={styles.header}>
      <div className={styles.line}>
        <Tooltip label="Back to the queue (Esc)">
          <Link className={styles.back} to="/" search={lastQueue()} aria-label="Back to the queue">
            <ArrowLeft size={17} aria-hidden="true" />
          </Link>
        </Tooltip>
        <span className={styles.ref}>{ticket.ref}</span>
        <StatusMark status={ticket.status} iconOnly={narrow} />
        <TierBadge tier={ticket.tier} provisional={ticket.provisional_tier} full={!narrow} />
        <span className={styles.actions}>
          {!narrow && may("wait") && (
            <Button
              variant="default"
              size="xs"
              loading={actions.pending === "wait"}
              onClick={() => ask("wait")}
            >
              Wait on client
            </Button>
          )}
          {!narrow && may("resume") && (
            <Button
              variant="default"
              size="xs"
              loading={actions.pending === "resume"}
              onClick={() => void actions.resume()}
            >
              Resume
            </Button>
          )}
          {!narrow && may("reopen") && (
            <Button
              variant="default"
              size="xs"
              loading={actions.pending === "reopen"}
              onClick={() => void actions.reopen()}
            >
              Reopen
            </Button>
          )}
          {!narrow && may("resolve") && ticket.tier !== null && (
            <Button variant="default" size="xs" onClick={() => write("resolve")}>
              Resolve
            </Button>
          )}
          <TicketMenu ticket={ticket} actions={narrow ? actions : undefined} ask={ask} />
          {!narrow && <Neighbour neighbours={neighbours} />}
        </span>
      </div>
      <h1 className={styles.summary}>{ticket.summary}</h1>
      {narrow && ticket.next_due && (
        <div className={styles.time}>
          <TimeLeft due={ticket.next_due} asOf={ticket.as_of} />
        </div>
      )}
    </header>
  );
}

function Neighbour({ neighbours: { previous, next, place } }: { neighbours: Neighbours }) {
  return (
    <span className={styles.neighbours}>
      <span className={styles.place}>{place}</span>
      <Step
        to={previous}
        words="Previous in the queue ([)"
        icon={<ChevronUp size={17} aria-hidden="true" />}
      />
      <Step to={next} words="Next in the queue (])" icon={<ChevronDown size={17} aria-hidden="true" />} />
    </span>
  );
}

function Step({ to, words, icon }: { to?: string; words: string; icon: React.ReactNode }) {
  if (!to) {
    return (
      <span className={styles.back} data-none="" aria-hidden="true">
        {icon}
      </span>
    );
  }
  return (
    <Tooltip label={words}>
      <Link className={styles.back} to="/tickets/$ref" params={{ ref: to }} aria-label={words}>
        {icon}
      </Link>
    </Tooltip>
  );
}
