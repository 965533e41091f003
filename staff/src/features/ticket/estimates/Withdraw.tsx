import { Button } from "@mantine/core";
import { titled } from "@/client/refusal";
import { Refused } from "@/ui/Refused";
import dialog from "../Confirm.module.css";
import type { TicketActions } from "../useTicketActions";

type Props = { number: number; actions: TicketActions; close: () => void };

/** Asks before an estimate is taken back. */
export default function Withdraw({ number, actions, close }: Props) {
  const refused = actions.refused?.verb === "estimate" ? actions.refused.refusal : null;
  return (
    <div className={dialog.question}>
      <p>
        Nobody can approve estimate {number} any more, and nothing of it is charged. Who opens its link reads
        that; no mail goes out.
      </p>
      <Refused refusal={titled(refused, "It cannot be withdrawn any more.")} />
      {actions.conflict && (
        <p role="alert">Somebody changed this ticket meanwhile. Look at it, and try again.</p>
      )}
      <div className={dialog.buttons}>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button
          data-autofocus
          loading={actions.pending === "estimate"}
          onClick={() => void actions.withdraw(number).then((done) => done && close())}
        >
          Withdraw it
        </Button>
      </div>
    </div>
  );
}
