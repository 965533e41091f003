import { Button, TextInput } from "@mantine/core";
import { useRef, useState } from "react";
import type { Holiday } from "@/client/types";
import { isDate } from "@/time/dates";
import styles from "../Hours.module.css";

type Props = { there: Holiday[]; add: (holiday: Holiday) => void };

export function AddHoliday({ there, add }: Props) {
  const [date, setDate] = useState("");
  const [name, setName] = useState("");
  const [errors, setErrors] = useState<{ date?: string; name?: string }>({});
  const first = useRef<HTMLInputElement>(null);

  function submit() {
    const present = there.find((holiday) => holiday.date === date);
    const wrong = {
      ...(isDate(date) ? {} : { date: "On which date?" }),
      ...(present ? { date: `“${present.name}” is on this date.` } : {}),
      ...(name.trim() ? {} : { name: "What is it called?" }),
    };
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    add({ date, name: name.trim(), source: null, struck_out: false });
    setDate("");
    setName("");
    first.current?.focus();
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
        ref={first}
        type="date"
        size="xs"
        label="Another holiday on"
        value={date}
        error={errors.date}
        onChange={(event) => setDate(event.currentTarget.value)}
      />
      <TextInput
        className={styles.grow}
        size="xs"
        label="Name"
        value={name}
        error={errors.name}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" size="xs">
        Add
      </Button>
    </form>
  );
}
