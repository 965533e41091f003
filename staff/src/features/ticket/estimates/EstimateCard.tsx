import { Button } from "@mantine/core";
import { ReceiptText } from "lucide-react";
import type { Estimate, Ticket, TimelineEntry } from "@/client/types";
import { useMinute } from "@/time/ticking";
import { Fold } from "@/ui/Fold";
import { Moment } from "@/ui/Moment";
import { SafeHtml } from "@/ui/SafeHtml";
import card from "../conversation/Conversation.module.css";
import { RedactButton } from "../conversation/RedactButton";
import { EstimateLines } from "./EstimateLines";
import styles from "./Estimates.module.css";
import { standingOf } from "./estimateWords";
import { PriceParts } from "./PriceParts";
import { Standing } from "./Standing";

type Props = {
  estimate: Estimate;
  entry: TimelineEntry;
  ticket: Ticket;
  redact?: (entry: TimelineEntry) => void;
  withdraw: (number: number) => void;
};

/** What the client was asked to approve, where it was sent, and what became of it. What is over is folded. */
export function EstimateCard({ estimate, entry, ticket, redact, withdraw }: Props) {
  const { number, plan_html: plan, state } = estimate;
  const pending = standingOf(estimate, ticket, useMinute()) === "pending";
  return (
    <article className={`${card.card} ${styles.card}`} aria-label={`Estimate ${number}`}>
      <Fold
        open={pending || state === "approved"}
        title={
          <span className={styles.name}>
            <ReceiptText size={15} aria-hidden="true" />
            Estimate {number}
          </span>
        }
        note={<Standing estimate={estimate} ticket={ticket} />}
        action={
          <span className={styles.aside}>
            <Moment at={entry.at} relative />
            <RedactButton entry={entry} redact={redact} />
          </span>
        }
      >
        <SafeHtml html={plan} />
        <EstimateLines lines={estimate.lines} number={number} />
        <div className={styles.foot}>
          <PriceParts price={estimate} />
          {pending && ticket.allowed.includes("estimate") && (
            <Button variant="default" size="xs" onClick={() => withdraw(number)}>
              Withdraw…
            </Button>
          )}
        </div>
      </Fold>
    </article>
  );
}
