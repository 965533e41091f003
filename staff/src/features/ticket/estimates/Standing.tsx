import { CircleCheck, CircleSlash, CircleX, Hourglass, type LucideIcon } from "lucide-react";
import type { Estimate, Ticket } from "@/client/types";
import { useMinute } from "@/time/ticking";
import { Moment } from "@/ui/Moment";
import styles from "./Estimates.module.css";
import { type Standing as How, standingOf, standingWords } from "./estimateWords";

const icons: Record<How, LucideIcon> = {
  pending: Hourglass,
  approved: CircleCheck,
  declined: CircleX,
  superseded: CircleSlash,
  withdrawn: CircleSlash,
  expired: CircleSlash,
  ended: CircleSlash,
};

/** How an estimate stands, by a mark and in words: "approved by Ruth Kessler, today 14:20". */
export function Standing({ estimate, ticket }: { estimate: Estimate; ticket: Ticket }) {
  const standing = standingOf(estimate, ticket, useMinute());
  const withdrawn = ticket.timeline.find(
    (entry) => entry.type === "estimate_withdrawn" && entry.estimate === estimate.number && !entry.ticket,
  );
  const { words, at } = standingWords(standing, estimate, withdrawn);
  const Icon = icons[standing];
  return (
    <span className={styles.standing} data-standing={standing}>
      <Icon size={14} aria-hidden="true" />
      <span>
        {words}
        {at && (
          <>
            {" "}
            <Moment at={at} />
          </>
        )}
      </span>
    </span>
  );
}
