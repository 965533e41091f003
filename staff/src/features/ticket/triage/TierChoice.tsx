import { useTierTitle } from "@/ui/tiers";
import styles from "./TriageForm.module.css";

type Props = { tier: number; setTier: (tier: number) => void; suggested: number };

export function TierChoice({ tier, setTier, suggested }: Props) {
  const titleOf = useTierTitle();
  return (
    <fieldset className={styles.tiers}>
      <legend className="visually-hidden">Tier</legend>
      {[1, 2, 3, 4].map((value) => (
        <label key={value} className={styles.tier}>
          <input
            type="radio"
            name="tier"
            value={value}
            checked={tier === value}
            onChange={() => setTier(value)}
          />
          <span className={styles.number}>{value}</span>
          <span className={styles.meaning}>
            {titleOf(value)}
            {value === suggested && <span className={styles.suggested}> suggested by the impact</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
