import { SegmentedControl, Select, Switch, Textarea, TextInput } from "@mantine/core";
import type { Fields } from "@/features/rota/forms/fields";
import { readTime } from "@/time/clockTime";
import { minutesInWords, readDuration } from "@/time/duration";
import { instantOf, zoneAbbreviation } from "@/time/zone";
import { useDeskZone } from "@/ui/deskZone";
import styles from "./TimeLog.module.css";
import { lengthOf, type WorkDraft } from "./work";

type Props = {
  draft: WorkDraft;
  change: (part: Partial<WorkDraft>) => void;
  fields: Fields;
  /** Of the agreement; without any nothing is asked. */
  kinds: string[];
  /** The last date there is anything to write down of. */
  today: string;
};

/** The fields the contract names, so that what is refused stands where it was typed. */
export const workPlaces = ["minutes", "date", "from", "to", "kind", "note"];

export function WorkFields({ draft, change, fields, kinds, today }: Props) {
  const zone = useDeskZone();
  const long = lengthOf(draft, zone);
  const noon = instantOf(`${draft.date || today}T12:00`, zone);
  const known = kinds.includes(draft.kind) || draft.kind === "" ? kinds : [...kinds, draft.kind];
  const text = { autoComplete: "off", maxLength: 12 } as const;
  const date = (
    <TextInput
      type="date"
      label="Date"
      max={today}
      value={draft.date}
      error={fields.date}
      onChange={(event) => change({ date: event.currentTarget.value })}
    />
  );
  return (
    <>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label="How it is written down"
        data={[
          { value: "length", label: "How long" },
          { value: "times", label: "From and to" },
        ]}
        value={draft.how}
        onChange={(how) => change({ how: how === "times" ? "times" : "length" })}
      />
      {draft.how === "length" ? (
        <div className={styles.pair}>
          <TextInput
            {...text}
            label="Time"
            placeholder="1h30"
            data-autofocus
            value={draft.length}
            error={fields.minutes}
            onChange={(event) => change({ length: event.currentTarget.value })}
            onBlur={() => {
              const minutes = readDuration(draft.length);
              if (minutes !== null) change({ length: minutesInWords(minutes) });
            }}
          />
          {date}
        </div>
      ) : (
        <>
          {date}
          <div className={styles.pair}>
            {(["from", "to"] as const).map((end) => (
              <TextInput
                {...text}
                key={end}
                label={end === "from" ? "From" : "To"}
                rightSection={<span className={styles.zone}>{zoneAbbreviation(noon, zone)}</span>}
                rightSectionWidth={44}
                value={draft[end]}
                error={fields[end]}
                onChange={(event) => change({ [end]: event.currentTarget.value })}
                onBlur={() => change({ [end]: readTime(draft[end]) ?? draft[end] })}
              />
            ))}
          </div>
          {long !== null && <p className={styles.hint}>{minutesInWords(long)}</p>}
        </>
      )}
      {known.length > 0 && (
        <Select
          label="Kind of work"
          data={[{ value: "", label: "Other work" }, ...known.map((kind) => ({ value: kind, label: kind }))]}
          value={draft.kind}
          error={fields.kind}
          allowDeselect={false}
          onChange={(kind) => change({ kind: kind ?? "" })}
        />
      )}
      <Textarea
        label="Note"
        description="The client reads it on the statement."
        autosize
        minRows={1}
        maxRows={6}
        maxLength={2000}
        value={draft.note}
        error={fields.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      <div className={styles.switches}>
        <Switch
          size="xs"
          label="Given away: it counts for nothing"
          checked={draft.courtesy}
          onChange={(event) => change({ courtesy: event.currentTarget.checked })}
        />
        {draft.how === "length" && (
          <Switch
            size="xs"
            label="Outside business hours"
            checked={draft.outside}
            onChange={(event) => change({ outside: event.currentTarget.checked })}
          />
        )}
      </div>
    </>
  );
}
