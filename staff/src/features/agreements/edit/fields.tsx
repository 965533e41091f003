import { TextInput, type TextInputProps } from "@mantine/core";
import { type ReactNode, useId } from "react";
import styles from "./Edit.module.css";
import { timeWritten, type VersionDraft } from "./versionDraft";

/** What every part of a version's card is given. */
export type PartProps = {
  draft: VersionDraft;
  /** What is wrong with a key of this version, "allowance.time". */
  error: (key: string) => string | undefined;
  change: (part: Partial<VersionDraft>) => void;
};

type FieldProps = Omit<TextInputProps, "value" | "onChange"> & {
  value: string;
  write: (typed: string) => void;
};

export function Field({ write, ...props }: FieldProps) {
  return (
    <TextInput
      autoComplete="off"
      maxLength={100}
      {...props}
      onChange={(event) => write(event.currentTarget.value)}
    />
  );
}

export const DateField = (props: FieldProps) => <Field type="date" {...props} />;

/** Typed as one likes, and as the desk's file has it once one goes on. */
export function TimeField({ value, write, ...props }: FieldProps) {
  return (
    <Field
      placeholder="1h30"
      maxLength={20}
      {...props}
      value={value}
      write={write}
      onBlur={() => {
        const written = timeWritten(value);
        if (written !== value) write(written);
      }}
    />
  );
}

export function AmountField(props: FieldProps) {
  return <Field inputMode="decimal" placeholder="125.00" maxLength={20} {...props} />;
}

export function Group({ title, children }: { title: string; children: ReactNode }) {
  const heading = useId();
  return (
    <fieldset className={styles.group} aria-labelledby={heading}>
      <h3 id={heading} className={styles.groupTitle}>
        {title}
      </h3>
      {children}
    </fieldset>
  );
}

/** What is wrong with a whole list, below it. */
export function ListError({ words }: { words: string | undefined }) {
  return words ? (
    <p className={styles.wrong} role="alert">
      {words}
    </p>
  ) : null;
}
