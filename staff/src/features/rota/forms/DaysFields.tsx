import { Switch, TextInput } from "@mantine/core";
import type { Days } from "./days";
import styles from "./Forms.module.css";
import type { Fields } from "./fields";
import { HoursFields } from "./HoursFields";

type Props = { days: Days; fields: Fields; change: (part: Partial<Days>) => void; min?: string };

/** From one date to another, all of each day or a part of it. */
export function DaysFields({ days, fields, change, min }: Props) {
  return (
    <>
      <div className={styles.pair}>
        <TextInput
          type="date"
          label="First day"
          min={min}
          value={days.first}
          error={fields.first_date}
          onChange={(event) => change({ first: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label="Last day"
          min={days.first || min}
          value={days.last || days.first}
          error={fields.last_date}
          onChange={(event) => change({ last: event.currentTarget.value })}
        />
      </div>
      <Switch
        size="xs"
        label="Only a part of each day"
        checked={days.partly}
        onChange={(event) => change({ partly: event.currentTarget.checked })}
      />
      {days.partly && (
        <HoursFields hours={days.hours} error={fields.hours} change={(hours) => change({ hours })} />
      )}
    </>
  );
}
