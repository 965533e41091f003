import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Hours } from "@/client/types";
import { dateAt, isDate, longDay } from "@/time/dates";
import { serverNow } from "@/time/serverClock";
import { Fold } from "@/ui/Fold";
import { changedLaterWeek, withLaterWeek, withoutLaterWeek } from "../draft/edits";
import type { Fields } from "../draft/hoursErrors";
import { errorUnder } from "../draft/places";
import styles from "../Hours.module.css";
import { deskWords, type HoursWords } from "./hoursWords";
import { WeekEditor } from "./WeekEditor";
import { weekInShort } from "./weekInShort";

type Props = {
  hours: Hours;
  fields: Fields;
  change?: (edit: (hours: Hours) => Hours) => void;
  words?: HoursWords;
};

/** Other weeks, each from its date until the next. */
export function LaterWeeks({ hours, fields, change, words = deskWords }: Props) {
  const [latest, setLatest] = useState("");
  const today = dateAt(serverNow(), hours.time_zone);
  return (
    <>
      {hours.weekly_from.length === 0 && (
        <p className={styles.words}>
          {change ? words.noLaterWeek : "None: the week above holds until somebody changes it."}
        </p>
      )}
      {hours.weekly_from.map(({ date, weekly }, index) => {
        const path = `hours.weekly_from[${index}]`;
        return (
          <Fold
            key={date}
            title={`From ${longDay(date)} on`}
            note={weekInShort(weekly)}
            open={date === latest}
            must={errorUnder(fields, path) !== undefined}
            action={
              change && (
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-xs"
                  aria-label={`Remove the week from ${longDay(date)} on`}
                  onClick={() => change((before) => withoutLaterWeek(before, index))}
                >
                  Remove
                </Button>
              )
            }
          >
            {fields[`${path}.date`] && (
              <p className={styles.error} role="alert">
                {fields[`${path}.date`]}
              </p>
            )}
            {change && date < today && <p className={styles.words}>{words.pastWeek}</p>}
            <WeekEditor
              week={weekly}
              path={`${path}.weekly`}
              fields={fields}
              words={words}
              change={change && ((week) => change((before) => changedLaterWeek(before, index, week)))}
            />
          </Fold>
        );
      })}
      {change && (
        <AddWeek
          taken={hours.weekly_from.map(({ date }) => date)}
          add={(date) => {
            setLatest(date);
            change((before) =>
              withLaterWeek(before, { date, weekly: before.weekly_from.at(-1)?.weekly ?? before.weekly }),
            );
          }}
        />
      )}
    </>
  );
}

/** It begins as a copy of the week before; one changes what differs. */
function AddWeek({ taken, add }: { taken: string[]; add: (date: string) => void }) {
  const [date, setDate] = useState("");
  const [error, setError] = useState<string>();
  function submit() {
    if (!isDate(date)) return setError("From which date on?");
    if (taken.includes(date)) return setError("Other weeks begin on this date already.");
    setError(undefined);
    setDate("");
    add(date);
  }

  // No form of its own: it may stand in one.
  return (
    <div className={styles.adding}>
      <TextInput
        type="date"
        size="xs"
        label="Other hours from"
        value={date}
        error={error}
        onChange={(event) => setDate(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          submit();
        }}
      />
      <Button variant="default" size="xs" onClick={submit}>
        Add a week
      </Button>
    </div>
  );
}
