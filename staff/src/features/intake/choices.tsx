import type { Impact } from "@/client/types";
import { impactWords } from "@/ui/tiers";
import styles from "./IntakePage.module.css";
import type { IntakeDraft } from "./intakeDraft";

const impacts: Impact[] = ["business_stopped", "degraded", "low_impact", "cosmetic_or_new"];
const examples: Record<Impact, string> = {
  business_stopped: "Nobody can buy, book or reach them on the live site",
  degraded: "The live site works, but slowly or with errors",
  low_impact: "A bug in a quiet corner, or how something is done",
  cosmetic_or_new: "Looks, wording, something new, or not on the live site",
};

type ImpactProps = { value: Impact | ""; change: (impact: Impact) => void; error?: string };

export function ImpactChoice({ value, change, error }: ImpactProps) {
  return (
    <fieldset className={styles.choice} aria-describedby={error ? "impact-error" : undefined}>
      <legend>What does it do to their business?</legend>
      {impacts.map((impact, index) => (
        <label key={impact} className={styles.option}>
          <input
            type="radio"
            name="impact"
            checked={value === impact}
            onChange={() => change(impact)}
            aria-invalid={error ? true : undefined}
          />
          <span>
            <strong>{impactWords[impact]}</strong>
            <span className={styles.example}>{examples[impact]}</span>
          </span>
          <span className={styles.suggests}>suggests tier {index + 1}</span>
        </label>
      ))}
      {error && (
        <p id="impact-error" className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

const lives: { value: IntakeDraft["live"]; words: string }[] = [
  { value: "yes", words: "Yes" },
  { value: "no", words: "No" },
  { value: "unknown", words: "Not said" },
];

type LiveProps = { value: IntakeDraft["live"]; change: (live: IntakeDraft["live"]) => void };

export function LiveChoice({ value, change }: LiveProps) {
  return (
    <fieldset className={styles.inline}>
      <legend>Is it on the live site?</legend>
      {lives.map((live) => (
        <label key={live.value}>
          <input
            type="radio"
            name="live"
            checked={value === live.value}
            onChange={() => change(live.value)}
          />
          {live.words}
        </label>
      ))}
    </fieldset>
  );
}
