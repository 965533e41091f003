import { Select, Switch } from "@mantine/core";
import { clockNames } from "@/ui/clockNames";
import { choices } from "./AllowanceFields";
import styles from "./Edit.module.css";
import { AmountField, Field, Group, ListError, type PartProps, TimeField } from "./fields";
import { allPromises, type VersionDraft } from "./versionDraft";

const overageWords: Record<VersionDraft["overage"], string> = {
  nothing: "Nothing without asking",
  time: "Some time each month",
  unlimited: "As much as it takes",
};

/** How time counts, what may go beyond the allowance, and who is told when it runs low. */
export function CountingFields({ draft, error, change }: PartProps) {
  return (
    <Group title="How it counts">
      <div className={styles.fields}>
        <TimeField
          label="Each entry at least"
          placeholder="none"
          value={draft.minimum}
          error={error("rounding.minimum")}
          write={(minimum) => change({ minimum })}
        />
        <TimeField
          label="Rounded up to steps of"
          placeholder="1m"
          value={draft.increment}
          error={error("rounding.increment")}
          write={(increment) => change({ increment })}
        />
        <Field
          label="Outside business hours, percent"
          placeholder="100"
          inputMode="numeric"
          maxLength={4}
          value={draft.outside}
          error={error("outside_hours_percent")}
          write={(outside) => change({ outside })}
        />
        <Select
          label="Beyond the allowance"
          data={choices(overageWords)}
          value={draft.overage}
          error={draft.overage === "time" ? undefined : error("overage")}
          allowDeselect={false}
          onChange={(value) => change({ overage: (value ?? "nothing") as VersionDraft["overage"] })}
        />
        {draft.overage === "time" && (
          <TimeField
            label="So much each month"
            value={draft.overageTime}
            error={error("overage")}
            write={(overageTime) => change({ overageTime })}
          />
        )}
        <AmountField
          label="Fee of each period"
          placeholder="none"
          value={draft.fee}
          error={error("fee")}
          write={(fee) => change({ fee })}
        />
        <Field
          label="Warn when so much is used, percent"
          placeholder="never"
          value={draft.warnAt}
          error={error("warn_at")}
          write={(warnAt) => change({ warnAt })}
        />
      </div>
    </Group>
  );
}

/** What is given back for each promise that was not kept. */
export function CreditFields({ draft, error, change }: PartProps) {
  const { creditTime, creditMost, creditOf } = draft;
  const given = `${creditTime}${creditMost}`.trim() !== "";
  return (
    <Group title="Credit for a missed promise">
      <div className={styles.fields}>
        <TimeField
          label="Time given back"
          placeholder="none"
          value={creditTime}
          error={error("credit.time")}
          write={(typed) => change({ creditTime: typed })}
        />
        <TimeField
          label="At most in a month"
          placeholder="no limit"
          value={creditMost}
          error={error("credit.most")}
          write={(typed) => change({ creditMost: typed })}
        />
      </div>
      {given && (
        <div className={styles.switches}>
          {allPromises.map((name) => (
            <Switch
              key={name}
              size="xs"
              label={clockNames[name]}
              checked={creditOf.includes(name)}
              onChange={(event) =>
                change({
                  creditOf: event.currentTarget.checked
                    ? [...creditOf, name]
                    : creditOf.filter((one) => one !== name),
                })
              }
            />
          ))}
        </div>
      )}
      <ListError words={error("credit.of")} />
    </Group>
  );
}
