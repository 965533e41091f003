import { Input, TextInput } from "@mantine/core";
import { useId } from "react";
import type { Interval } from "@/client/types";
import { readTime } from "@/time/clockTime";
import styles from "./Forms.module.css";

type Props = { hours: Interval; error?: string; change: (hours: Interval) => void };

/** From when to when on a day, typed as one likes and written out when one goes on. */
export function HoursFields({ hours: [opens = "", closes = ""], error, change }: Props) {
  const wrong = useId();
  const field = {
    inputMode: "numeric",
    autoComplete: "off",
    maxLength: 12,
    error: Boolean(error),
    "aria-describedby": error ? wrong : undefined,
  } as const;
  const tidy = (time: string) => readTime(time) ?? time;
  return (
    <div>
      <div className={styles.pair}>
        <TextInput
          {...field}
          label="From"
          value={opens}
          onChange={(event) => change([event.currentTarget.value, closes])}
          onBlur={() => change([tidy(opens), closes])}
        />
        <TextInput
          {...field}
          label="To"
          value={closes}
          onChange={(event) => change([opens, event.currentTarget.value])}
          onBlur={() => change([opens, tidy(closes)])}
        />
      </div>
      {error && (
        <Input.Error id={wrong} mt={4} role="alert">
          {error}
        </Input.Error>
      )}
    </div>
  );
}
