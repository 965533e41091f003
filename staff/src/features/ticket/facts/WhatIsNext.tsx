import type { Ticket } from "@/client/types";
import { Moment } from "@/ui/Moment";
import { PersonTag } from "@/ui/PersonTag";
import styles from "./Side.module.css";

/** What the client was last told to expect. */
export function WhatIsNext({ ticket }: { ticket: Ticket }) {
  const { expectation } = ticket;
  if (!expectation || !["new", "open", "waiting"].includes(ticket.status)) return null;
  // Kept, or called off by waiting on the client: then nobody looks out for it any more.
  const update = ticket.clocks.next_update?.state;
  const awaited = update === "running" || update === "missed";
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>The client expects</h2>
      <dl className={styles.said}>
        <div>
          <dt>Next step</dt>
          <dd>{expectation.next_step}</dd>
        </div>
        {awaited && (
          <div>
            <dt>Next update by</dt>
            <dd>
              <Moment at={expectation.next_update_by} />
            </dd>
          </div>
        )}
        <div>
          <dt>From</dt>
          <dd>
            <PersonTag name={expectation.assignee.name} />
          </dd>
        </div>
        <div>
          <dt>What to expect</dt>
          <dd>{expectation.what_to_expect}</dd>
        </div>
      </dl>
    </section>
  );
}
