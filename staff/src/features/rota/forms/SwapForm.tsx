import { Switch, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Interval, RotaPerson, SwapEdit } from "@/client/types";
import { intervalError } from "@/features/hours/draft/hoursErrors";
import { isDate } from "@/time/dates";
import { hoursWritten } from "./days";
import styles from "./Forms.module.css";
import type { Fields } from "./fields";
import { GatedForm } from "./GatedForm";
import { HoursFields } from "./HoursFields";
import { PersonSelect } from "./PersonSelect";
import type { FormProps } from "./RotaForms";

type Part = { date: string; hours: Interval };

/** Somebody takes hours on and, where they like, gives others away for them. */
export function SwapForm({ people, person, zoneOf, close }: FormProps & { person?: RotaPerson }) {
  const [who, setWho] = useState<number | null>(person?.id ?? null);
  const [on, setOn] = useState<Part>({ date: "", hours: ["", ""] });
  const [off, setOff] = useState<Part>({ date: "", hours: ["", ""] });
  const [partly, setPartly] = useState(false);
  const [note, setNote] = useState("");
  const [asked, setAsked] = useState(false);
  const own = swapErrors();

  function swapErrors(): Fields {
    const wrong: Fields = {};
    if (who === null) wrong.person = "Who swaps?";
    if (!isDate(on.date)) wrong["on.date"] = "On which date?";
    const hours = intervalError(on.hours);
    if (hours) wrong["on.hours"] = hours;
    const offHours = partly && off.date ? intervalError(off.hours) : null;
    if (offHours) wrong["off.hours"] = offHours;
    return wrong;
  }

  function edit() {
    setAsked(true);
    if (who === null || Object.keys(own).length > 0) return null;
    const swap: SwapEdit = {
      person: who,
      on: { date: on.date, hours: hoursWritten(on.hours) },
      off: isDate(off.date) ? { date: off.date, hours: partly ? hoursWritten(off.hours) : null } : null,
      note: note.trim() || undefined,
    };
    return { agree_swap: swap };
  }

  const name = people.find(({ id }) => id === who)?.name ?? "Somebody";
  return (
    <GatedForm
      edit={edit}
      places={["person", "on", "off", "note"]}
      verb="Agree the swap"
      said={`The swap with ${name} is agreed.`}
      zoneOf={zoneOf}
      close={close}
    >
      {(refused) => {
        const fields = { ...refused, ...(asked ? own : {}) };
        return (
          <>
            <PersonSelect label="Who" people={people} value={who} error={fields.person} change={setWho} />
            <fieldset className={styles.group}>
              <legend className={styles.legend}>Takes on</legend>
              <TextInput
                type="date"
                label="Date"
                value={on.date}
                error={fields["on.date"]}
                onChange={({ currentTarget: { value } }) => setOn((before) => ({ ...before, date: value }))}
              />
              <HoursFields
                hours={on.hours}
                error={fields["on.hours"] ?? fields.on}
                change={(hours) => setOn((before) => ({ ...before, hours }))}
              />
            </fieldset>
            <fieldset className={styles.group}>
              <legend className={styles.legend}>Gives away, if anything</legend>
              <TextInput
                type="date"
                label="Date"
                value={off.date}
                error={fields["off.date"] ?? fields.off}
                onChange={({ currentTarget: { value } }) => setOff((before) => ({ ...before, date: value }))}
              />
              <Switch
                size="xs"
                label="Only a part of that day"
                checked={partly}
                onChange={(event) => setPartly(event.currentTarget.checked)}
              />
              {partly && (
                <HoursFields
                  hours={off.hours}
                  error={fields["off.hours"]}
                  change={(hours) => setOff((before) => ({ ...before, hours }))}
                />
              )}
            </fieldset>
            <Textarea
              label="Note"
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
