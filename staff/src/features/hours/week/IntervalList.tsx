import { ActionIcon } from "@mantine/core";
import { Plus } from "lucide-react";
import { useRef } from "react";
import type { Interval } from "@/client/types";
import { changedInterval, withInterval, withoutInterval } from "../draft/edits";
import type { Fields } from "../draft/hoursErrors";
import { errorUnder } from "../draft/places";
import { deskWords, type HoursWords } from "./hoursWords";
import { IntervalFields } from "./IntervalFields";
import styles from "./IntervalList.module.css";
import { dayInShort } from "./weekInShort";

type Props = {
  /** Of the day, for whoever hears the page: "Monday". */
  name: string;
  day: Interval[];
  /** The field's name in the contract: "hours.weekly.mon". */
  path: string;
  fields: Fields;
  /** Left out where one may only read. */
  change?: (day: Interval[]) => void;
  words?: HoursWords;
};

/** When a day is open: any number of intervals, none is closed. */
export function IntervalList({ name, day, path, fields, change, words = deskWords }: Props) {
  const list = useRef<HTMLDivElement>(null);
  if (!change) return <span className={styles.read}>{dayInShort(day)}</span>;
  const focus = (selector: string) =>
    requestAnimationFrame(() =>
      Array.from(list.current?.querySelectorAll<HTMLElement>(selector) ?? [])
        .at(-1)
        ?.focus(),
    );
  const whole = fields[path];
  return (
    <div ref={list} className={styles.list}>
      {day.length === 0 && <span className={styles.closed}>{words.none}</span>}
      {day.map((interval, index) => (
        <IntervalFields
          // biome-ignore lint/suspicious/noArrayIndexKey: an interval is its place in the day
          key={index}
          name={day.length > 1 ? `${name} ${index + 1}` : name}
          interval={interval}
          words={words}
          error={errorUnder(fields, `${path}[${index}]`)}
          change={(next) => change(changedInterval(day, index, next))}
          remove={() => {
            change(withoutInterval(day, index));
            focus("[data-add]");
          }}
        />
      ))}
      <ActionIcon
        data-add
        variant="subtle"
        color="gray"
        size={28}
        aria-label={`Add hours on ${name}`}
        title="Add hours"
        onClick={() => {
          change(withInterval(day));
          focus("[data-opens]");
        }}
      >
        <Plus size={16} aria-hidden="true" />
      </ActionIcon>
      {whole && (
        <p className={styles.error} role="alert">
          {whole}
        </p>
      )}
    </div>
  );
}
