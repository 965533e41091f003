import { Select, Switch } from "@mantine/core";
import { useTierTitle } from "@/ui/tiers";
import styles from "./Edit.module.css";
import { Field, Group, ListError, type PartProps, TimeField } from "./fields";
import { allTiers, type VersionDraft } from "./versionDraft";

const everyWords: Record<VersionDraft["every"], string> = {
  none: "No allowance",
  month: "Each month",
  quarter: "Each quarter",
  year: "Each year",
  block: "Once, as a block",
};

const rolloverWords: Record<VersionDraft["rollover"], string> = {
  none: "It is lost",
  periods: "It is kept for some periods",
  unlimited: "It is kept for good",
};

export const choices = <Value extends string>(words: Record<Value, string>) =>
  (Object.keys(words) as Value[]).map((value) => ({ value, label: words[value] }));

/** What is paid for ahead, what becomes of the rest, and of which tiers the work is covered. */
export function AllowanceFields({ draft, error, change }: PartProps) {
  const { every, time, rollover, periods } = draft;
  const titleOf = useTierTitle();
  const mayRoll = every !== "none" && every !== "block";
  return (
    <Group title="Allowance">
      <div className={styles.fields}>
        <Select
          label="How often"
          data={choices(everyWords)}
          value={every}
          error={error("allowance.every")}
          allowDeselect={false}
          onChange={(value) => change({ every: (value ?? "none") as VersionDraft["every"] })}
        />
        {every !== "none" && (
          <TimeField
            label="Time granted"
            placeholder="20h"
            value={time}
            error={error("allowance.time")}
            write={(typed) => change({ time: typed })}
          />
        )}
        {mayRoll && (
          <Select
            label="What is not used"
            data={choices(rolloverWords)}
            value={rollover}
            error={rollover === "periods" ? undefined : error("allowance.rollover")}
            allowDeselect={false}
            onChange={(value) => change({ rollover: (value ?? "none") as VersionDraft["rollover"] })}
          />
        )}
        {mayRoll && rollover === "periods" && (
          <Field
            label="Kept for so many periods"
            inputMode="numeric"
            maxLength={3}
            value={periods}
            error={error("allowance.rollover")}
            write={(typed) => change({ periods: typed })}
          />
        )}
      </div>
      <div className={styles.switches}>
        {allTiers.map((tier) => (
          <Switch
            key={tier}
            size="xs"
            label={`Covers tier ${tier}, ${titleOf(tier)}`}
            checked={draft.tiers.includes(tier)}
            onChange={(event) =>
              change({
                tiers: event.currentTarget.checked
                  ? [...draft.tiers, tier]
                  : draft.tiers.filter((one) => one !== tier),
              })
            }
          />
        ))}
      </div>
      <ListError words={error("tiers")} />
    </Group>
  );
}
