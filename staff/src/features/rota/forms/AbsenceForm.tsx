import { Textarea } from "@mantine/core";
import { useState } from "react";
import type { RotaPerson } from "@/client/types";
import { dateAt } from "@/time/dates";
import { serverNow } from "@/time/serverClock";
import { useDeskZone } from "@/ui/deskZone";
import { DaysFields } from "./DaysFields";
import { type Days, daysErrors, daysWritten, someDays } from "./days";
import styles from "./Forms.module.css";
import type { Fields } from "./fields";
import { GatedForm } from "./GatedForm";
import { PersonSelect } from "./PersonSelect";
import type { FormProps } from "./RotaForms";

/** Somebody is not there, whether it suits or not. */
export function AbsenceForm({ people, person, zoneOf, close }: FormProps & { person?: RotaPerson }) {
  const zone = useDeskZone();
  const [who, setWho] = useState<number | null>(person?.id ?? null);
  const [days, setDays] = useState<Days>({
    ...someDays,
    first: dateAt(serverNow(), person?.time_zone ?? zone),
  });
  const [note, setNote] = useState("");
  const [asked, setAsked] = useState(false);
  const own: Fields = { ...daysErrors(days), ...(who === null ? { person: "Who is not there?" } : {}) };

  function edit() {
    setAsked(true);
    if (who === null || Object.keys(own).length > 0) return null;
    return { record_absence: { person: who, ...daysWritten(days), note: note.trim() || undefined } };
  }

  const name = people.find(({ id }) => id === who)?.name ?? "Somebody";
  return (
    <GatedForm
      edit={edit}
      places={["person", "first_date", "last_date", "hours", "note"]}
      verb="Record the absence"
      said={`${name}'s absence is recorded.`}
      zoneOf={zoneOf}
      close={close}
    >
      {(refused) => {
        const fields = { ...refused, ...(asked ? own : {}) };
        return (
          <>
            <p className={styles.words}>
              For who falls ill or cannot come. What they have due meanwhile goes to the hand-offs at once.
            </p>
            <PersonSelect label="Who" people={people} value={who} error={fields.person} change={setWho} />
            <DaysFields
              days={days}
              fields={fields}
              change={(part) => setDays((before) => ({ ...before, ...part }))}
            />
            <Textarea
              label="Note"
              description="Managers and they themselves read it."
              autosize
              minRows={1}
              maxRows={4}
              maxLength={2000}
              value={note}
              error={fields.note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
          </>
        );
      }}
    </GatedForm>
  );
}
