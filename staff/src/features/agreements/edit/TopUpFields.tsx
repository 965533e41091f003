import { ActionIcon, Button } from "@mantine/core";
import { Plus, X } from "lucide-react";
import styles from "./Edit.module.css";
import { DateField, Group, ListError, type PartProps, TimeField } from "./fields";
import { type TopUpDraft, withTopUp } from "./versionDraft";

const mostTopUps = 1000;

type Props = PartProps & { today: string; listError?: string };

/** Time bought beside the allowance, and until when it is of use. */
export function TopUpFields({ draft, error, change, today, listError }: Props) {
  const { topUps } = draft;
  const edit = (id: number, part: Partial<TopUpDraft>) =>
    change({ topUps: topUps.map((one) => (one.id === id ? { ...one, ...part } : one)) });
  return (
    <Group title="Time bought">
      {topUps.map(({ id, on, time, until }, index) => (
        <fieldset key={id} className={styles.row} aria-label={`Top-up ${index + 1}`}>
          <DateField
            label="Bought on"
            value={on}
            error={error(`top_ups[${index}].on`)}
            write={(typed) => edit(id, { on: typed })}
          />
          <TimeField
            label="Time"
            placeholder="5h"
            data-top-up={id}
            value={time}
            error={error(`top_ups[${index}].time`)}
            write={(typed) => edit(id, { time: typed })}
          />
          <DateField
            label="Lost on"
            value={until}
            error={error(`top_ups[${index}].until`)}
            write={(typed) => edit(id, { until: typed })}
          />
          <ActionIcon
            className={styles.leaveOut}
            variant="subtle"
            color="gray"
            size={28}
            aria-label={`Leave top-up ${index + 1} out`}
            onClick={() => change({ topUps: topUps.filter((one) => one.id !== id) })}
          >
            <X size={14} aria-hidden="true" />
          </ActionIcon>
        </fieldset>
      ))}
      <ListError words={listError} />
      <Button
        className={styles.more}
        variant="default"
        size="compact-xs"
        leftSection={<Plus size={13} aria-hidden="true" />}
        disabled={topUps.length >= mostTopUps}
        onClick={() => change({ topUps: withTopUp(topUps, today) })}
      >
        Add time bought
      </Button>
    </Group>
  );
}
