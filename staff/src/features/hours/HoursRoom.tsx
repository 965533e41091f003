import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { BusinessHours } from "@/client/types";
import { useSession } from "@/features/session/session";
import { CheckDialog } from "./check/CheckDialog";
import { DraftBar } from "./check/DraftBar";
import { useHoursChange } from "./check/useHoursChange";
import { withHolidays } from "./draft/edits";
import { type Fields, hoursErrors } from "./draft/hoursErrors";
import { inSentences, unplaced } from "./draft/places";
import { useHoursDraft } from "./draft/useHoursDraft";
import { ExceptionList } from "./exceptions/ExceptionList";
import styles from "./Hours.module.css";
import { HoursHead } from "./HoursHead";
import { History } from "./history/History";
import { HolidayList } from "./holidays/HolidayList";
import { ImportHolidays } from "./holidays/ImportHolidays";
import { Leaving } from "./Leaving";
import { Rejudging } from "./Rejudging";
import { LaterWeeks } from "./week/LaterWeeks";
import { WeekEditor } from "./week/WeekEditor";
import { ZoneField } from "./week/ZoneField";

/** One page for all that says when the desk is open. An edit is a draft until it has been checked and saved. */
export function HoursRoom({ current }: { current: BusinessHours }) {
  const { person } = useSession();
  const edit = useHoursDraft(current);
  const change = useHoursChange();
  const page = useRef<HTMLDivElement>(null);
  // What is wrong is said once somebody asked to go on, and then as it is put right.
  const [asked, setAsked] = useState(false);
  const mayChange = person.role === "manager";
  const alter = mayChange ? edit.change : undefined;
  const { hours } = edit;
  const own = hoursErrors(hours);
  const fields: Fields = asked && edit.dirty ? { ...inSentences(change.refusal?.fields ?? {}), ...own } : {};

  useEffect(() => {
    if (!edit.dirty) setAsked(false);
  }, [edit.dirty]);

  const toWrongField = () =>
    requestAnimationFrame(() => {
      const wrong = page.current?.querySelector<HTMLElement>("[aria-invalid=true], [role=alert]");
      wrong?.scrollIntoView({ block: "center" });
      wrong?.focus();
    });

  async function check() {
    setAsked(true);
    if (Object.keys(own).length > 0) return toWrongField();
    if (Object.keys((await change.check(hours))?.fields ?? {}).length > 0) toWrongField();
  }

  async function make(confirmed: boolean) {
    const refused = await change.make(hours, edit.base.version, confirmed);
    if (!refused) {
      edit.discard();
      // The button that was pressed is gone; what happens now stands at the head of the page.
      requestAnimationFrame(() => page.current?.querySelector("h1")?.focus());
    } else if (Object.keys(refused.fields).length > 0) toWrongField();
  }

  const refusal = change.refusal && {
    ...change.refusal,
    fields: unplaced(inSentences(change.refusal.fields)),
  };
  return (
    <div className={styles.page} ref={page}>
      <div className={styles.sheet}>
        <HoursHead current={current} mayChange={mayChange} />
        <Rejudging current={current} />
        <Section title="The week">
          <ZoneField
            zone={hours.time_zone}
            error={fields["hours.time_zone"]}
            change={alter && ((time_zone) => alter((before) => ({ ...before, time_zone })))}
          />
          <WeekEditor
            week={hours.weekly}
            path="hours.weekly"
            fields={fields}
            change={alter && ((weekly) => alter((before) => ({ ...before, weekly })))}
          />
        </Section>
        <Section title="From a date on">
          <LaterWeeks hours={hours} fields={fields} change={alter} />
        </Section>
        <Section
          title="Holidays"
          action={
            alter && (
              <ImportHolidays
                there={hours.holidays}
                add={(holidays) => alter((before) => withHolidays(before, holidays))}
              />
            )
          }
        >
          <HolidayList hours={hours} fields={fields} change={alter} />
        </Section>
        <Section title="Exceptions">
          <ExceptionList hours={hours} fields={fields} change={alter} />
        </Section>
        <Section title="History">
          <History current={current.version} />
        </Section>
      </div>
      {mayChange && edit.dirty && (
        <DraftBar
          edit={edit}
          wrong={Object.keys(fields).length}
          refusal={change.preview ? null : refusal}
          checking={change.busy === "checking"}
          check={() => void check()}
        />
      )}
      <CheckDialog
        preview={change.preview}
        hours={hours}
        version={edit.base.version + 1}
        refusal={refusal}
        saving={change.busy === "saving"}
        make={(confirmed) => void make(confirmed)}
        close={change.close}
      />
      <Leaving dirty={mayChange && edit.dirty} discard={edit.discard} />
    </div>
  );
}

function Section({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  const heading = useId();
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <div className={styles.sectionHead}>
        <h2 id={heading} className={styles.sectionTitle}>
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
}
