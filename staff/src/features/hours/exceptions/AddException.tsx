import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import type { HoursException } from "@/client/types";
import { isDate } from "@/time/dates";
import styles from "../Hours.module.css";
import list from "./Exceptions.module.css";

type Props = { there: HoursException[]; add: (exception: HoursException) => void };

export function AddException({ there, add }: Props) {
  const [date, setDate] = useState("");
  const [closed, setClosed] = useState(true);
  const [error, setError] = useState<string>();

  function submit() {
    if (!isDate(date)) return setError("On which date?");
    if (there.some((one) => one.date === date)) return setError("This date has other hours already.");
    setError(undefined);
    setDate("");
    add({ date, hours: closed ? [] : [["09:00", "12:00"]] });
  }

  return (
    <form
      className={styles.adding}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextInput
        type="date"
        size="xs"
        label="Another date"
        value={date}
        error={error}
        onChange={(event) => setDate(event.currentTarget.value)}
      />
      <fieldset className={list.choice}>
        <legend className="visually-hidden">What about it</legend>
        <label>
          <input type="radio" name="exception" checked={closed} onChange={() => setClosed(true)} />
          closed
        </label>
        <label>
          <input type="radio" name="exception" checked={!closed} onChange={() => setClosed(false)} />
          other hours
        </label>
      </fieldset>
      <Button type="submit" variant="default" size="xs">
        Add
      </Button>
    </form>
  );
}
