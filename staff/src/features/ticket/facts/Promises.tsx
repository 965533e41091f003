import { Tooltip } from "@mantine/core";
import {
  ChevronDown,
  CircleAlert,
  CircleCheck,
  CircleMinus,
  CircleX,
  Hourglass,
  type LucideIcon,
  Pause,
} from "lucide-react";
import { useId } from "react";
import type { Ticket } from "@/client/types";
import { useMinute } from "@/time/ticking";
import { useDeskZone } from "@/ui/deskZone";
import { ExactMoment } from "@/ui/Moment";
import { Explained } from "./Explained";
import { type PromiseLine, type PromiseTone, promiseLines } from "./promiseWords";
import styles from "./Side.module.css";
import { useUnfolded } from "./useUnfolded";

const icons: Record<PromiseTone, LucideIcon> = {
  running: Hourglass,
  paused: Pause,
  over: CircleMinus,
  kept: CircleCheck,
  missed: CircleX,
  late: CircleAlert,
};

/** `roomy`: the promise due next may say by itself how it is counted. */
export function Promises({ ticket, roomy = false }: { ticket: Ticket; roomy?: boolean }) {
  const zone = useDeskZone();
  const now = useMinute();
  const { unfolded, toggle } = useUnfolded(ticket.next_due?.clock, roomy);
  const lines = promiseLines(ticket, { now, zone });
  if (lines.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>Promises</h2>
      <dl className={styles.list}>
        {lines.map((line) => (
          <Line
            key={line.clock}
            line={line}
            ticket={ticket}
            unfolded={unfolded(line.clock)}
            toggle={() => toggle(line.clock)}
          />
        ))}
      </dl>
      {ticket.tier === null && (
        <p className={styles.held}>Held to tier {ticket.provisional_tier} until somebody has assessed it.</p>
      )}
    </section>
  );
}

type Props = { line: PromiseLine; ticket: Ticket; unfolded: boolean; toggle: () => void };

function Line({ line: { clock, name, target, tone, words, due }, ticket, unfolded, toggle }: Props) {
  const explanation = useId();
  const Icon = icons[tone];
  return (
    <div className={styles.promise} data-tone={tone}>
      <dt>
        <Icon size={15} aria-hidden="true" />
        {name} <span className={styles.target}>{target}</span>
      </dt>
      <dd className={styles.standing}>
        <Tooltip label={due ? <ExactMoment at={Date.parse(due)} /> : "No due time"} position="left">
          <span>{words}</span>
        </Tooltip>
        {/* The next update is an instant somebody named; nothing is counted. */}
        {clock !== "next_update" && (
          <button
            type="button"
            className={styles.why}
            aria-label={`Why: ${name}`}
            aria-expanded={unfolded}
            aria-controls={unfolded ? explanation : undefined}
            onClick={toggle}
          >
            Why
            <ChevronDown
              className={styles.chevron}
              data-open={unfolded || undefined}
              size={14}
              aria-hidden="true"
            />
          </button>
        )}
      </dd>
      {unfolded && clock !== "next_update" && (
        <dd id={explanation} className={styles.explanation}>
          <Explained ticket={ticket} clock={clock} />
        </dd>
      )}
    </div>
  );
}
