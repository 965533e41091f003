import { Select, Skeleton, Switch, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { refusalOf } from "@/client/refusal";
import type { Simulation } from "@/client/types";
import { minutesInWords, readDuration } from "@/time/duration";
import { amountInWords } from "@/ui/amount";
import { SmallFailure } from "@/ui/SmallFailure";
import { useTierTitle } from "@/ui/tiers";
import { useSimulation } from "./agreements";
import styles from "./Balance.module.css";
import { outcomeWords, simulationSum } from "./simulationWords";

type Props = {
  client: number;
  kinds: string[];
  /** Left out, it is asked for. */
  tier?: number;
};

const most = 60_000;
const settleMs = 300;

/** What so much more work today would be, as it is typed. No form: it stands within others. */
export function Simulate({ client, kinds, tier }: Props) {
  const titleOf = useTierTitle();
  const [typed, setTyped] = useState("2h");
  const [kind, setKind] = useState("");
  const [chosenTier, setTier] = useState(3);
  const [outside, setOutside] = useState(false);
  const minutes = readDuration(typed);
  const wrong =
    minutes === null
      ? "Write 1h30, 90m or 1:30."
      : minutes < 1 || minutes > most
        ? "Write between a minute and 1,000 hours."
        : undefined;
  const [imagined] = useDebouncedValue(
    JSON.stringify({
      minutes,
      tier: tier ?? chosenTier,
      kind: kind || undefined,
      outside_hours: outside || undefined,
    }),
    settleMs,
  );
  const asked = JSON.parse(imagined) as { minutes: number | null; tier: number };
  const ready = asked.minutes !== null && asked.minutes >= 1 && asked.minutes <= most;
  const { data, error, refetch, isPlaceholderData } = useSimulation(
    client,
    ready ? { ...asked, minutes: asked.minutes ?? 1 } : null,
  );
  return (
    <div className={styles.simulation}>
      <div className={styles.fields}>
        <TextInput
          label="So much more work"
          autoComplete="off"
          maxLength={12}
          value={typed}
          error={wrong}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") event.preventDefault();
          }}
          onBlur={() => minutes !== null && setTyped(minutesInWords(minutes))}
        />
        {tier === undefined && (
          <Select
            label="Tier"
            data={[1, 2, 3, 4].map((value) => ({
              value: String(value),
              label: `${value}, ${titleOf(value)}`,
            }))}
            value={String(chosenTier)}
            allowDeselect={false}
            onChange={(value) => setTier(Number(value ?? 3))}
          />
        )}
        {kinds.length > 0 && (
          <Select
            label="Kind of work"
            data={[{ value: "", label: "Other work" }, ...kinds.map((one) => ({ value: one, label: one }))]}
            value={kind}
            allowDeselect={false}
            onChange={(value) => setKind(value ?? "")}
          />
        )}
      </div>
      <Switch
        size="xs"
        label="Outside business hours"
        checked={outside}
        onChange={(event) => setOutside(event.currentTarget.checked)}
      />
      <div role="status">
        {error ? (
          refusalOf(error).status === 404 ? (
            <p className={styles.hint}>{refusalOf(error).detail}</p>
          ) : (
            <SmallFailure error={error} retry={() => void refetch()} />
          )
        ) : wrong ? null : data ? (
          <Result simulation={data as Simulation} old={isPlaceholderData} />
        ) : (
          <Skeleton height={36} />
        )}
      </div>
    </div>
  );
}

function Result({ simulation, old }: { simulation: Simulation; old: boolean }) {
  const { parts, currency } = simulation;
  return (
    <div className={styles.result} data-old={old || undefined}>
      <p className={styles.sum}>{simulationSum(simulation)}</p>
      <ul className={styles.parts}>
        {parts.map(({ outcome, minutes, why, amount }) => (
          <li key={`${outcome} ${why}`} className={styles.part} data-outcome={outcome}>
            <div>
              {minutesInWords(minutes)} {outcomeWords[outcome]}
              {amount !== null && currency !== null && `, ${amountInWords(amount, currency)}`}
            </div>
            <p className={styles.why}>{why}</p>
          </li>
        ))}
      </ul>
      <p className={styles.hint}>As the agreement counts it; nothing is written down.</p>
    </div>
  );
}
