import { Switch } from "@mantine/core";
import type { Refusal } from "@/client/refusal";
import type { Agreement, Named, Ticket } from "@/client/types";
import { useBalance } from "@/features/agreements/agreements";
import styles from "./Composer.module.css";
import { EstimateFields } from "./EstimateFields";
import type { EstimateChange, EstimateDraft } from "./estimateDraft";

type Props = {
  ticket: Ticket;
  client: Named;
  draft: EstimateDraft;
  change: EstimateChange;
  /** It was to be sent: what is missing is said. */
  checked: boolean;
  refusal: Refusal | null;
};

/** Whether an estimate goes with the reply, and the estimate. Without an agreement there is no price to name. */
export function EstimatePart({ ticket, client, draft, change, checked, refusal }: Props) {
  const agreement = useBalance(client.id).data as Agreement | undefined;
  if (agreement?.in_force === null && !draft.set)
    return (
      <p className={styles.explain}>
        No estimate can go with it: nothing is agreed with {client.name} today, so there is no price.
      </p>
    );
  return (
    <>
      <Switch
        size="xs"
        label="Add an estimate"
        checked={draft.set}
        onChange={(event) => change({ set: event.currentTarget.checked })}
      />
      {draft.set && (
        <EstimateFields
          ticket={ticket}
          kinds={agreement?.in_force?.kinds ?? []}
          draft={draft}
          change={change}
          checked={checked}
          refusal={refusal}
        />
      )}
    </>
  );
}
