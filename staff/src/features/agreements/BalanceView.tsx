import { CircleSlash, TriangleAlert } from "lucide-react";
import type { Agreement } from "@/client/types";
import { dateAt } from "@/time/dates";
import { serverNow } from "@/time/serverClock";
import { useDeskZone } from "@/ui/deskZone";
import styles from "./Balance.module.css";
import { balanceLine } from "./balanceWords";

/** What is left of an allowance: in words, with a thin bar of what is used. */
export function BalanceView({ agreement }: { agreement: Agreement }) {
  const today = dateAt(serverNow(), useDeskZone());
  const { tone, left, more, used } = balanceLine(agreement, today);
  return (
    <div className={styles.balance} data-tone={tone}>
      <p className={styles.words}>
        {tone === "low" && <TriangleAlert size={13} aria-hidden="true" />}
        {tone === "gone" && <CircleSlash size={13} aria-hidden="true" />}
        <span>
          {tone === "low" && <span className={styles.low}>Running low: </span>}
          <span className={styles.left}>{left}</span>
          {more.map((words) => (
            <span key={words}>, {words}</span>
          ))}
        </span>
      </p>
      {tone !== "none" && (
        <span className={styles.track} aria-hidden="true">
          <span className={styles.rest} style={{ inlineSize: `${100 - used}%` }} />
        </span>
      )}
    </div>
  );
}
