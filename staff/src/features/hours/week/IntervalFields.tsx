import { ActionIcon, Input } from "@mantine/core";
import { X } from "lucide-react";
import { useId } from "react";
import type { Interval } from "@/client/types";
import { minutesOf, readTime } from "@/time/clockTime";
import type { HoursWords } from "./hoursWords";
import styles from "./IntervalList.module.css";

type Props = {
  name: string;
  interval: Interval;
  words: HoursWords;
  error?: string;
  change: (interval: Interval) => void;
  remove: () => void;
};

/** From when to when: typed as one likes, "9", "930" or "9:30 am", and written out when one goes on. */
export function IntervalFields({ name, interval, words, error, change, remove }: Props) {
  const [opens = "", closes = ""] = interval;
  const wrong = useId();
  const [from, to] = [minutesOf(opens), minutesOf(closes)];
  const nextDay = from !== null && to !== null && to < from && to > 0;
  const field = {
    size: "xs",
    className: styles.time,
    inputMode: "numeric",
    autoComplete: "off",
    maxLength: 12,
    "aria-describedby": error ? wrong : undefined,
  } as const;
  // Where one of the two cannot be read the other is not to blame.
  const blamed = (minutes: number | null) =>
    Boolean(error) && (minutes === null || (from !== null && to !== null));
  const tidy = (time: string) => readTime(time) ?? time;
  return (
    <div className={styles.interval}>
      <Input
        {...field}
        data-opens
        error={blamed(from)}
        aria-label={`${name} ${words.opens}`}
        value={opens}
        onChange={(event) => change([event.currentTarget.value, closes])}
        onBlur={() => tidy(opens) !== opens && change([tidy(opens), closes])}
      />
      <span aria-hidden="true">–</span>
      <Input
        {...field}
        error={blamed(to)}
        aria-label={`${name} ${words.closes}${nextDay ? " the next day" : ""}`}
        value={closes}
        onChange={(event) => change([opens, event.currentTarget.value])}
        onBlur={() => tidy(closes) !== closes && change([opens, tidy(closes)])}
      />
      {nextDay && <span className={styles.nextDay}>next day</span>}
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        aria-label={`Remove ${opens || "?"}–${closes || "?"} from ${name}`}
        title="Remove"
        onClick={remove}
      >
        <X size={14} aria-hidden="true" />
      </ActionIcon>
      {error && (
        <p id={wrong} className={styles.error} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
