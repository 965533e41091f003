import { ActionIcon, Select, TextInput } from "@mantine/core";
import { X } from "lucide-react";
import { minutesInWords } from "@/time/duration";
import styles from "./Estimate.module.css";
import { type LineDraft, minutesOf } from "./estimateDraft";
import type { LineErrors } from "./estimateErrors";

type Props = {
  line: LineDraft;
  /** 1 is the first; it shows the names of the fields for all. */
  number: number;
  /** Of the agreement; without any nothing is asked. */
  kinds: string[];
  errors: LineErrors;
  edit: (part: Partial<LineDraft>) => void;
  /** Not given for the only one. */
  leaveOut?: () => void;
};

/** A piece of the work: what, of which kind, how long. */
export function LineFields({ line, number, kinds, errors, edit, leaveOut }: Props) {
  const named = (name: string) => ({
    label: number === 1 ? name : undefined,
    "aria-label": `${name}, line ${number}`,
  });
  const known = kinds.includes(line.kind) || line.kind === "" ? kinds : [...kinds, line.kind];
  return (
    <div className={styles.line} data-line={line.id}>
      <TextInput
        {...named("What is to be done")}
        className={styles.text}
        autoComplete="off"
        maxLength={500}
        value={line.text}
        error={errors.text}
        onChange={(event) => edit({ text: event.currentTarget.value })}
      />
      {known.length > 0 && (
        <Select
          {...named("Kind of work")}
          className={styles.kind}
          data={[{ value: "", label: "Other work" }, ...known.map((kind) => ({ value: kind, label: kind }))]}
          value={line.kind}
          error={errors.kind}
          allowDeselect={false}
          onChange={(kind) => edit({ kind: kind ?? "" })}
        />
      )}
      <TextInput
        {...named("Time")}
        className={styles.time}
        placeholder="2h30"
        autoComplete="off"
        maxLength={16}
        value={line.time}
        error={errors.minutes}
        onChange={(event) => edit({ time: event.currentTarget.value })}
        onBlur={() => {
          const minutes = minutesOf(line);
          const written = minutes === null ? line.time : minutesInWords(minutes);
          if (written !== line.time) edit({ time: written });
        }}
      />
      {leaveOut && (
        <ActionIcon
          className={styles.leaveOut}
          variant="subtle"
          color="gray"
          size={28}
          aria-label={`Leave line ${number} out`}
          onClick={leaveOut}
        >
          <X size={14} aria-hidden="true" />
        </ActionIcon>
      )}
    </div>
  );
}
