import { Button } from "@mantine/core";
import type { Refusal } from "@/client/refusal";
import type { Ticket } from "@/client/types";
import { Keys } from "@/ui/keys/Keys";
import { Refused } from "@/ui/Refused";
import styles from "./Composer.module.css";
import type { Tab } from "./draft";

type Props = {
  tab: Tab;
  ticket: Ticket;
  /** An estimate goes with it. */
  estimated: boolean;
  refusal: Refusal | null;
  /** What the button does, in words. */
  words: string;
  pending: boolean;
  disabled: boolean;
};

/** Why it was refused, whom it reaches, and the button that sends it. */
export function ComposerFoot({ tab, ticket, estimated, refusal, words, pending, disabled }: Props) {
  return (
    <div className={styles.foot}>
      <Refused refusal={refusal} />
      <span className={styles.to}>{recipients(tab, ticket, estimated)}</span>
      <Button
        type="submit"
        size="sm"
        loading={pending}
        disabled={disabled}
        rightSection={<Keys keys={["Mod+Enter"]} />}
        className={styles.send}
      >
        {words}
      </Button>
    </div>
  );
}

function recipients(tab: Tab, { contact, cc }: Ticket, estimated: boolean): string {
  if (tab === "note") return "Stays inside the desk";
  const to = `By mail to ${[contact.email, ...cc].join(", ")}`;
  return estimated ? `${to}; the estimate to who approves` : to;
}
