import type { Expectation } from "@/client/types";
import { Moment } from "@/ui/Moment";
import styles from "./Conversation.module.css";

/** The expectation a reply has set: who, what, what next, by when. */
export function Promised({ expectation }: { expectation: Expectation }) {
  return (
    <dl className={styles.promised}>
      <dt>Who has it</dt>
      <dd>{expectation.assignee.name}</dd>
      <dt>What to expect</dt>
      <dd>{expectation.what_to_expect}</dd>
      <dt>Next step</dt>
      <dd>{expectation.next_step}</dd>
      <dt>Next update by</dt>
      <dd>
        <Moment at={expectation.next_update_by} />
      </dd>
    </dl>
  );
}
