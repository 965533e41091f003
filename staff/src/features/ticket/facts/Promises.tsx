import { Tooltip } from "@mantine/core";
import {
  CircleAlert,
  CircleCheck,
  CircleMinus,
  CircleX,
  Hourglass,
  type LucideIcon,
  Pause,
} from "lucide-react";
import type { Ticket } from "@/client/types";
import { useMinute } from "@/time/ticking";
import { useDeskZone } from "@/ui/deskZone";
import { ExactMoment } from "@/ui/Moment";
import { type PromiseTone, promiseLines } from "./promiseWords";
import styles from "./Side.module.css";

const icons: Record<PromiseTone, LucideIcon> = {
  running: Hourglass,
  paused: Pause,
  over: CircleMinus,
  kept: CircleCheck,
  missed: CircleX,
  late: CircleAlert,
};

export function Promises({ ticket }: { ticket: Ticket }) {
  const zone = useDeskZone();
  const now = useMinute();
  const lines = promiseLines(ticket, { now, zone });
  if (lines.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>Promises</h2>
      <dl className={styles.list}>
        {lines.map(({ name, target, tone, words, due }) => {
          const Icon = icons[tone];
          return (
            <div key={name} className={styles.promise} data-tone={tone}>
              <dt>
                <Icon size={15} aria-hidden="true" />
                {name} <span className={styles.target}>{target}</span>
              </dt>
              <Tooltip label={due ? <ExactMoment at={Date.parse(due)} /> : "No due time"} position="left">
                <dd>{words}</dd>
              </Tooltip>
            </div>
          );
        })}
      </dl>
      {ticket.tier === null && (
        <p className={styles.held}>Held to tier {ticket.provisional_tier} until somebody has assessed it.</p>
      )}
    </section>
  );
}
