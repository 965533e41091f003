import { Button, Modal, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { api } from "@/client/api";
import { refusalOf } from "@/client/refusal";
import type { TimeOff } from "@/client/types";
import { unplaced } from "@/features/rota/forms/fields";
import { useRotaChanged } from "@/features/rota/rota";
import { capital } from "@/ui/eventWords";
import { Refused } from "@/ui/Refused";
import styles from "./TimeOff.module.css";
import { timeOffWhen } from "./timeOffWords";

export function DeclineDialog({ timeOff, close }: { timeOff: TimeOff | null; close: () => void }) {
  const title = timeOff ? `Decline ${timeOff.person.name} ${timeOffWhen(timeOff)}?` : "";
  return (
    <Modal opened={timeOff !== null} onClose={close} title={title} size="md">
      {timeOff && <DeclineForm timeOff={timeOff} close={close} />}
    </Modal>
  );
}

function DeclineForm({ timeOff, close }: { timeOff: TimeOff; close: () => void }) {
  const changed = useRotaChanged();
  const [answer, setAnswer] = useState("");
  const [asked, setAsked] = useState(false);
  const decline = api.useMutation("post", "/api/v1/time-off/{id}/refusal", {
    onSuccess: () => {
      changed();
      notifications.show({ message: `Declined; ${timeOff.person.name} is told by mail.` });
      close();
    },
  });
  const refusal = decline.error ? refusalOf(decline.error) : null;
  const missing = asked && !answer.trim() ? "Say why, in a word; they read it." : undefined;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (answer.trim())
          decline.mutate({ params: { path: { id: timeOff.id } }, body: { answer: answer.trim() } });
      }}
    >
      <Textarea
        label="Why"
        description={`${timeOff.person.name} reads it.`}
        data-autofocus
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        value={answer}
        error={missing ?? (refusal?.fields.answer && capital(refusal.fields.answer))}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      <Refused refusal={unplaced(refusal, refusal?.fields ?? {}, ["answer"])} />
      <div className={styles.buttons}>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button type="submit" loading={decline.isPending}>
          Decline it
        </Button>
      </div>
    </form>
  );
}
