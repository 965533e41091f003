import { Tooltip } from "@mantine/core";
import styles from "./TierBadge.module.css";
import { useTierTitle } from "./tiers";

type Props = { tier: number | null; provisional: number; full?: boolean };

/** The assessed tier; before triage the suggested one, which must look like a guess. */
export function TierBadge({ tier, provisional, full = false }: Props) {
  const shown = tier ?? provisional;
  const title = useTierTitle()(shown);
  const label =
    tier === null
      ? `Tier ${shown} is suggested by the impact; nobody has assessed it yet`
      : `Tier ${shown}: ${title}`;
  return (
    <Tooltip label={label}>
      <span className={styles.badge} data-tier={shown} data-provisional={tier === null || undefined}>
        <span className="visually-hidden">{label}</span>
        <span aria-hidden="true">
          {tier === null ? "~" : ""}
          {full ? `Tier ${shown}` : shown}
        </span>
      </span>
    </Tooltip>
  );
}
