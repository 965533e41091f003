import { ActionIcon, Button, Modal, Textarea, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Plus, X } from "lucide-react";
import { useState } from "react";
import { refusalOf } from "@/client/refusal";
import { editFields, type Fields, unplaced } from "@/features/rota/forms/fields";
import { Refused } from "@/ui/Refused";
import { correctionErrors, correctionOf, emptyLine, type LineDraft } from "./correctionDraft";
import styles from "./Statements.module.css";
import { useCorrect } from "./statements";

type Props = { opened: boolean; client: number; month: string; number: string; close: () => void };

/** Gives back what was wrong in a statement that was issued, by a document of its own. */
export function CorrectDialog({ opened, close, number, ...rest }: Props) {
  return (
    <Modal opened={opened} onClose={close} title={`Correct statement ${number}`} size="lg">
      {opened && <CorrectForm close={close} {...rest} />}
    </Modal>
  );
}

function CorrectForm({ client, month, close }: Omit<Props, "opened" | "number">) {
  const [reason, setReason] = useState("");
  const [lines, setLines] = useState([emptyLine(0)]);
  const [asked, setAsked] = useState(false);
  const correct = useCorrect((number) => {
    notifications.show({ message: `Correction ${number} is issued.` });
    close();
  });
  const refusal = correct.error ? refusalOf(correct.error) : null;
  const fields = { ...editFields(refusal), ...(asked ? correctionErrors({ reason, lines }) : {}) };
  const change = (id: number, part: Partial<LineDraft>) =>
    setLines(lines.map((line) => (line.id === id ? { ...line, ...part } : line)));

  function send() {
    setAsked(true);
    if (Object.keys(correctionErrors({ reason, lines })).length > 0) return;
    correct.mutate({ params: { path: { client, month } }, body: correctionOf({ reason, lines }) });
  }

  return (
    <form
      className={styles.dialog}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p>
        The statement stays as it is; the correction goes to the same people by mail. It gives back and takes
        nothing: work that was forgotten is written down, and counts in the next month that is not stated yet.
      </p>
      <Textarea
        label="What was wrong"
        description="The client reads it."
        data-autofocus
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        error={fields.reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {lines.map((line, place) => (
        <Line
          key={line.id}
          line={line}
          place={place}
          fields={fields}
          change={(part) => change(line.id, part)}
          remove={() => setLines(lines.filter(({ id }) => id !== line.id))}
        />
      ))}
      <Button
        className={styles.more}
        variant="default"
        size="xs"
        leftSection={<Plus size={14} aria-hidden="true" />}
        disabled={lines.length >= 50}
        onClick={() => setLines([...lines, emptyLine(Math.max(-1, ...lines.map(({ id }) => id)) + 1)])}
      >
        Add a line
      </Button>
      <Refused refusal={unplaced(refusal, editFields(refusal), ["reason", "lines"])} />
      <div className={styles.buttons}>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button type="submit" loading={correct.isPending}>
          Issue the correction
        </Button>
      </div>
    </form>
  );
}

type LineProps = {
  line: LineDraft;
  place: number;
  fields: Fields;
  change: (part: Partial<LineDraft>) => void;
  remove: () => void;
};

function Line({ line, place, fields, change, remove }: LineProps) {
  const error = (name: string) => fields[`lines[${place}].${name}`];
  return (
    <fieldset className={styles.correctedLine} aria-label={`Line ${place + 1}`}>
      <TextInput
        label="For what"
        maxLength={500}
        value={line.text}
        error={error("text")}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <TextInput
        label="Request"
        placeholder="P-1042"
        maxLength={20}
        value={line.ref}
        error={error("ref")}
        onChange={(event) => change({ ref: event.currentTarget.value })}
      />
      <TextInput
        label="Time given back"
        placeholder="1h30"
        maxLength={12}
        value={line.time}
        error={error("minutes")}
        onChange={(event) => change({ time: event.currentTarget.value })}
      />
      <TextInput
        label="Amount credited"
        placeholder="35.50"
        maxLength={20}
        inputMode="decimal"
        value={line.amount}
        error={error("amount")}
        onChange={(event) => change({ amount: event.currentTarget.value })}
      />
      <ActionIcon variant="subtle" color="gray" aria-label={`Remove line ${place + 1}`} onClick={remove}>
        <X size={16} aria-hidden="true" />
      </ActionIcon>
    </fieldset>
  );
}
