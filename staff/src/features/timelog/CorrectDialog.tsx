import { Button, Modal, Skeleton, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRef, useState } from "react";
import { api } from "@/client/api";
import { refusalOf, titled } from "@/client/refusal";
import type { TimeEntry, Work } from "@/client/types";
import { editFields, type Fields, unplaced } from "@/features/rota/forms/fields";
import { dayOf } from "@/time/dates";
import { minutesInWords } from "@/time/duration";
import { useDeskZone } from "@/ui/deskZone";
import { useKeys } from "@/ui/keys/useKeys";
import { Refused } from "@/ui/Refused";
import { SmallFailure } from "@/ui/SmallFailure";
import styles from "./TimeLog.module.css";
import { useTicketTime, useTimeChanged } from "./timeLog";
import { WorkFields, workPlaces } from "./WorkFields";
import { struckOut, workErrors, workOf, workWritten } from "./work";

type Props = { entry: TimeEntry | null; close: () => void };

/** Writes an entry anew, with the reason, or strikes it out. */
export function CorrectDialog({ entry, close }: Props) {
  return (
    <Modal opened={entry !== null} onClose={close} title="Correct the time" size="md">
      {entry && <Loaded entry={entry} close={close} />}
    </Modal>
  );
}

/** With the kinds of the ticket's client, and the entry as it is by now. */
function Loaded({ entry, close }: { entry: TimeEntry; close: () => void }) {
  const { data, error, refetch } = useTicketTime(entry.ticket);
  if (error && !data) return <SmallFailure error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton height={320} />;
  const newest = data.items.find(({ id }) => id === entry.id) ?? entry;
  return <CorrectForm entry={newest} kinds={data.kinds} today={data.today} close={close} />;
}

type FormProps = { entry: TimeEntry; kinds: string[]; today: string; close: () => void };

function CorrectForm({ entry, kinds, today, close }: FormProps) {
  const zone = useDeskZone();
  const changed = useTimeChanged();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(() => workOf(entry, zone));
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState<"correct" | "strike" | null>(null);
  const correct = api.useMutation("put", "/api/v1/time/{id}", {
    onError: (thrown) => {
      // Somebody was faster: what they made of it is shown, and what is typed here stays.
      if (refusalOf(thrown).status === 412) changed();
    },
    onSuccess: ({ minutes }) => {
      changed();
      notifications.show({
        message: minutes === 0 ? "Struck out." : `Corrected: ${minutesInWords(minutes)}.`,
      });
      close();
    },
  });
  const refusal = correct.error ? refusalOf(correct.error) : null;
  const refused = editFields(refusal);
  const errorsOf = (what: typeof asked): Fields => ({
    ...(what === "correct" ? workErrors(draft, zone) : {}),
    ...(reason.trim() === "" ? { reason: "Say why; it is kept with the entry." } : {}),
  });
  const fields = { ...refused, ...(asked ? errorsOf(asked) : {}) };
  useKeys({ send: () => form.current?.requestSubmit() });

  function write(what: "correct" | "strike", work: () => Work) {
    setAsked(what);
    if (correct.isPending) return;
    if (Object.keys(errorsOf(what)).length > 0) return correct.reset();
    const params = { path: { id: entry.id }, header: { "If-Match": `"${entry.version}"` } };
    correct.mutate({ params, body: { ...work(), reason: reason.trim() } });
  }

  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        write("correct", () => workWritten(draft, zone));
      }}
    >
      <p className={styles.words}>
        {entry.ticket}, {dayOf(entry.date)}, {entry.person.name}:{" "}
        {entry.minutes === 0 ? "struck out" : minutesInWords(entry.minutes)}. What it was is kept.
      </p>
      <WorkFields
        draft={draft}
        fields={fields}
        kinds={kinds}
        today={today}
        change={(part) => setDraft((before) => ({ ...before, ...part }))}
      />
      <Textarea
        label="Reason"
        description="Why it is corrected. The client does not read it."
        required
        withAsterisk={false}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={2000}
        value={reason}
        error={fields.reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Refused
        refusal={unplaced(titled(refusal, "It stays as it is."), refused, [...workPlaces, "reason"])}
      />
      <div className={styles.buttons}>
        {entry.minutes > 0 && (
          <Button
            className={styles.apart}
            variant="default"
            disabled={correct.isPending}
            onClick={() => write("strike", () => struckOut(entry))}
          >
            Strike out
          </Button>
        )}
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button type="submit" loading={correct.isPending}>
          Correct it
        </Button>
      </div>
    </form>
  );
}
