import { Button, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { api } from "@/client/api";
import { refusalOf } from "@/client/refusal";
import { DaysFields } from "@/features/rota/forms/DaysFields";
import { type Days, daysErrors, daysWritten, someDays } from "@/features/rota/forms/days";
import { editFields, type Fields, unplaced } from "@/features/rota/forms/fields";
import { useRotaChanged } from "@/features/rota/rota";
import { dateAt } from "@/time/dates";
import { serverNow } from "@/time/serverClock";
import { useDeskZone } from "@/ui/deskZone";
import { Refused } from "@/ui/Refused";
import styles from "./TimeOff.module.css";

const places = ["first_date", "last_date", "hours", "note"];

export function AskForm() {
  const zone = useDeskZone();
  const changed = useRotaChanged();
  const [days, setDays] = useState<Days>(someDays);
  const [note, setNote] = useState("");
  const [asked, setAsked] = useState(false);
  const own: Fields = asked ? daysErrors(days) : {};
  const ask = api.useMutation("post", "/api/v1/time-off", {
    onSuccess: () => {
      changed();
      notifications.show({ message: "Asked for. A manager decides, and you hear of it by mail." });
      setAsked(false);
      setDays(someDays);
      setNote("");
    },
  });
  const refusal = ask.error ? refusalOf(ask.error) : null;
  const refused = editFields(refusal);
  const fields = { ...refused, ...own };
  return (
    <form
      className={styles.ask}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (Object.keys(daysErrors(days)).length > 0) return ask.reset();
        ask.mutate({ body: { ...daysWritten(days), note: note.trim() || undefined } });
      }}
    >
      <DaysFields
        days={days}
        fields={fields}
        min={dateAt(serverNow(), zone)}
        change={(part) => setDays((before) => ({ ...before, ...part }))}
      />
      <Textarea
        label="Note"
        description="Managers read it, nobody else."
        autosize
        minRows={1}
        maxRows={4}
        maxLength={2000}
        value={note}
        error={fields.note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Refused refusal={unplaced(refusal, refused, places)} />
      <Button type="submit" className={styles.submit} loading={ask.isPending}>
        Ask for it
      </Button>
    </form>
  );
}
