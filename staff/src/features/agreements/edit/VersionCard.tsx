import { Button, Select } from "@mantine/core";
import { useId, useState } from "react";
import { errorUnder } from "@/features/hours/draft/places";
import type { Fields } from "@/features/rota/forms/fields";
import { dayAndMonth, isDate } from "@/time/dates";
import { AllowanceFields } from "./AllowanceFields";
import { CountingFields, CreditFields } from "./CountingFields";
import styles from "./Edit.module.css";
import { DateField, Group, type PartProps } from "./fields";
import { TopUpFields } from "./TopUpFields";
import type { VersionDraft } from "./versionDraft";
import { WorkFields } from "./WorkFields";

type Props = {
  draft: VersionDraft;
  /** Its place among what is sent. */
  index: number;
  policies: string[];
  today: string;
  holds: boolean;
  fields: Fields;
  change: (part: Partial<VersionDraft>) => void;
  remove: () => void;
};

/** One version of the agreement: from when on, and all its terms. */
export function VersionCard({ draft, index, policies, today, holds, fields, change, remove }: Props) {
  const heading = useId();
  const at = `versions[${index}]`;
  const part: PartProps = { draft, change, error: (key) => errorUnder(fields, `${at}.${key}`) };
  const since = isDate(draft.from) ? `Since ${dayAndMonth(draft.from, today)}` : "Without a date yet";
  return (
    <section className={styles.card} aria-labelledby={heading} data-version={draft.id}>
      <div className={styles.cardHead}>
        <h2 id={heading} className={styles.cardTitle}>
          {since}
          {holds && <span className={styles.dim}>, in force</span>}
        </h2>
        <Remove since={since} remove={remove} />
      </div>
      <When {...part} policies={policies} />
      <AllowanceFields {...part} />
      <WorkFields {...part} listError={fields[`${at}.kinds`]} />
      <CountingFields {...part} />
      <CreditFields {...part} />
      <TopUpFields {...part} today={today} listError={fields[`${at}.top_ups`]} />
    </section>
  );
}

function When({ draft, error, change, policies }: PartProps & { policies: string[] }) {
  const { from, until, policy } = draft;
  const known = policy === "" || policies.includes(policy) ? policies : [...policies, policy];
  return (
    <Group title="When it holds">
      <div className={styles.fields}>
        <DateField
          label="From"
          data-from
          value={from}
          error={error("from")}
          write={(typed) => change({ from: typed })}
        />
        <DateField
          label="First date it no longer holds"
          value={until}
          error={error("until")}
          write={(typed) => change({ until: typed })}
        />
        <Select
          label="What is promised"
          data={[
            { value: "", label: "The client's own" },
            ...known.map((name) => ({ value: name, label: name })),
          ]}
          value={policy}
          error={error("policy")}
          allowDeselect={false}
          onChange={(value) => change({ policy: value ?? "" })}
        />
      </div>
    </Group>
  );
}

/** Asked twice: with the version all its terms are gone. */
function Remove({ since, remove }: { since: string; remove: () => void }) {
  const [sure, setSure] = useState(false);
  return sure ? (
    <Button variant="default" size="compact-sm" autoFocus onClick={remove} onBlur={() => setSure(false)}>
      Remove all of this version?
    </Button>
  ) : (
    <Button
      variant="default"
      size="compact-sm"
      aria-label={`Remove the version: ${since}`}
      onClick={() => setSure(true)}
    >
      Remove
    </Button>
  );
}
