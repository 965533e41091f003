import { ActionIcon, Button, Switch } from "@mantine/core";
import { Plus, X } from "lucide-react";
import styles from "./Edit.module.css";
import { AmountField, Field, Group, ListError, type PartProps } from "./fields";
import { type KindDraft, withKind } from "./versionDraft";

const mostKinds = 50;

/** What an hour costs: of the kinds of work that have a name, and of all other work. */
export function WorkFields({ draft, error, change, listError }: PartProps & { listError?: string }) {
  const { kinds, currency, rate, covered } = draft;
  const edit = (id: number, part: Partial<KindDraft>) =>
    change({ kinds: kinds.map((kind) => (kind.id === id ? { ...kind, ...part } : kind)) });
  return (
    <Group title="Rates of an hour">
      <div className={styles.fields}>
        <Field
          label="Currency"
          placeholder="EUR"
          maxLength={3}
          value={currency}
          error={error("currency")}
          write={(typed) => change({ currency: typed })}
        />
        <AmountField
          label={kinds.length > 0 ? "All other work" : "All work"}
          value={rate}
          error={error("rate")}
          write={(typed) => change({ rate: typed })}
        />
        <Switch
          size="xs"
          className={styles.beside}
          label="Covered by the allowance"
          checked={covered}
          onChange={(event) => change({ covered: event.currentTarget.checked })}
        />
      </div>
      {kinds.map((kind, index) => (
        <fieldset key={kind.id} className={styles.row} aria-label={`Kind of work ${index + 1}`}>
          <Field
            label="Kind of work"
            maxLength={60}
            value={kind.name}
            error={error(`kinds[${index}].name`)}
            write={(name) => edit(kind.id, { name })}
          />
          <AmountField
            label="Rate"
            value={kind.rate}
            error={error(`kinds[${index}].rate`)}
            write={(typed) => edit(kind.id, { rate: typed })}
          />
          <Switch
            size="xs"
            className={styles.beside}
            label="Covered by the allowance"
            checked={kind.covered}
            onChange={(event) => edit(kind.id, { covered: event.currentTarget.checked })}
          />
          <ActionIcon
            className={styles.leaveOut}
            variant="subtle"
            color="gray"
            size={28}
            aria-label={`Leave kind of work ${index + 1} out`}
            onClick={() => change({ kinds: kinds.filter(({ id }) => id !== kind.id) })}
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
        disabled={kinds.length >= mostKinds}
        onClick={() => change({ kinds: withKind(kinds) })}
      >
        Add a kind of work
      </Button>
    </Group>
  );
}
