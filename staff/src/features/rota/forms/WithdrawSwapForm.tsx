import type { RotaChange, RotaPerson } from "@/client/types";
import { dayOf } from "@/time/dates";
import styles from "./Forms.module.css";
import { GatedForm } from "./GatedForm";
import type { FormProps } from "./RotaForms";

type Props = FormProps & { person: RotaPerson; change: RotaChange };

/** A swap is taken back: what was covered by it may open again. */
export function WithdrawSwapForm({ person, change, zoneOf, close }: Props) {
  return (
    <GatedForm
      edit={() => (change.swap === null ? null : { withdraw_swap: { swap: change.swap } })}
      places={[]}
      verb="Withdraw the swap"
      said={`The swap with ${person.name} is withdrawn.`}
      zoneOf={zoneOf}
      close={close}
    >
      {() => (
        <p className={styles.words}>
          {person.name} works as their week has it again; what they took on for {dayOf(change.first_date)} and
          what they gave away for it both go back.
        </p>
      )}
    </GatedForm>
  );
}
