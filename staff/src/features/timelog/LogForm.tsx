import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useEffect, useRef, useState } from "react";
import { api } from "@/client/api";
import { refusalOf, titled } from "@/client/refusal";
import { editFields, type Fields, unplaced } from "@/features/rota/forms/fields";
import { minutesInWords } from "@/time/duration";
import { useDeskZone } from "@/ui/deskZone";
import { Keys } from "@/ui/keys/Keys";
import { useKeys } from "@/ui/keys/useKeys";
import { Refused } from "@/ui/Refused";
import styles from "./TimeLog.module.css";
import { useTimeChanged } from "./timeLog";
import { WorkFields, workPlaces } from "./WorkFields";
import { newWork, workErrors, workWritten } from "./work";

type Props = { ticket: string; kinds: string[]; today: string; close: () => void };

/** Writes down time of one's own. */
export function LogForm({ ticket, kinds, today, close }: Props) {
  const zone = useDeskZone();
  const changed = useTimeChanged();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(newWork(today));
  const [asked, setAsked] = useState(false);
  const own: Fields = asked ? workErrors(draft, zone) : {};
  const log = api.useMutation("post", "/api/v1/tickets/{ref}/time", {
    onSuccess: ({ minutes }) => {
      changed();
      notifications.show({ message: `${minutesInWords(minutes)} on ${ticket} are written down.` });
      close();
    },
  });
  const refusal = log.error ? refusalOf(log.error) : null;
  const refused = editFields(refusal);

  useEffect(() => form.current?.querySelector<HTMLInputElement>("[data-autofocus]")?.focus(), []);
  useKeys({
    send: () => (form.current?.contains(document.activeElement) ? form.current.requestSubmit() : false),
    back: () => (form.current?.contains(document.activeElement) ? close() : false),
  });

  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (log.isPending) return;
        if (Object.keys(workErrors(draft, zone)).length > 0) return log.reset();
        log.mutate({ params: { path: { ref: ticket } }, body: workWritten(draft, zone) });
      }}
    >
      <WorkFields
        draft={draft}
        fields={{ ...refused, ...own }}
        kinds={kinds}
        today={today}
        change={(part) => setDraft((before) => ({ ...before, ...part }))}
      />
      <Refused refusal={unplaced(titled(refusal, "It cannot be written down here."), refused, workPlaces)} />
      <div className={styles.buttons}>
        <Button variant="default" size="xs" onClick={close}>
          Cancel
        </Button>
        <Button type="submit" size="xs" rightSection={<Keys keys={["Mod+Enter"]} />} loading={log.isPending}>
          Write it down
        </Button>
      </div>
    </form>
  );
}
