import { useState } from "react";
import type { Hours, RotaPerson } from "@/client/types";
import { written } from "@/features/hours/draft/edits";
import { weeksErrors } from "@/features/hours/draft/hoursErrors";
import { personWords } from "@/features/hours/week/hoursWords";
import { LaterWeeks } from "@/features/hours/week/LaterWeeks";
import { WeekEditor } from "@/features/hours/week/WeekEditor";
import { ZoneField } from "@/features/hours/week/ZoneField";
import styles from "./Forms.module.css";
import type { Fields } from "./fields";
import { GatedForm } from "./GatedForm";
import type { FormProps } from "./RotaForms";

/** When somebody works: their own week in their own zone, and others from a date on. */
export function WeekForm({ person, zoneOf, close }: FormProps & { person: RotaPerson }) {
  const [hours, setHours] = useState<Hours>({ ...person.week, holidays: [], exceptions: [] });
  const [asked, setAsked] = useState(false);
  const own = weeksErrors(hours);
  const change = (edit: (hours: Hours) => Hours) => setHours(edit);

  function edit() {
    setAsked(true);
    if (Object.keys(own).length > 0) return null;
    const { time_zone, weekly, weekly_from } = written(hours);
    return { change_week: { person: person.id, week: { time_zone, weekly, weekly_from } } };
  }

  return (
    <GatedForm
      edit={edit}
      places={["time_zone", "weekly", "weekly_from"]}
      verb="Change the week"
      said={`${person.name}'s week is changed.`}
      zoneOf={zoneOf}
      close={close}
    >
      {(refused) => {
        const fields: Fields = { ...asHours(refused), ...(asked ? own : {}) };
        return (
          <>
            <ZoneField
              zone={hours.time_zone}
              error={fields["hours.time_zone"]}
              change={(time_zone) => change((before) => ({ ...before, time_zone }))}
            />
            <WeekEditor
              week={hours.weekly}
              path="hours.weekly"
              fields={fields}
              words={personWords}
              change={(weekly) => change((before) => ({ ...before, weekly }))}
            />
            <section>
              <h3 className={styles.heading}>From a date on</h3>
              <LaterWeeks hours={hours} fields={fields} words={personWords} change={change} />
            </section>
          </>
        );
      }}
    </GatedForm>
  );
}

/** By the names the editor of weeks knows. */
const asHours = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([field, detail]) => [`hours.${field}`, detail]));
