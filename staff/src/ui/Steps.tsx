import { ActionIcon, Button } from "@mantine/core";
import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { useKeys } from "./keys/useKeys";
import styles from "./Steps.module.css";

type Props = {
  /** What one step is: "week", "month". */
  span: string;
  /** What is shown, "November 2026". */
  title: string;
  /** Where no step leads on, its button is off. */
  before?: () => void;
  after?: () => void;
  now?: () => void;
  /** Left out, there is no button to where one usually is. */
  nowWords?: string;
  children?: ReactNode;
};

/** From one stretch of time to the one before and after, by button and by key. */
export function Steps({ span, title, before, after, now, nowWords, children }: Props) {
  const step = (go: (() => void) | undefined) => () => (go ? go() : false);
  useKeys({ earlier: step(before), later: step(after), today: step(now) });
  return (
    <div className={styles.steps}>
      <ActionIcon
        variant="default"
        size={34}
        aria-label={`The ${span} before`}
        disabled={!before}
        onClick={before}
      >
        <ChevronLeft size={16} aria-hidden="true" />
      </ActionIcon>
      {nowWords && (
        <Button variant="default" disabled={!now} onClick={now}>
          {nowWords}
        </Button>
      )}
      <ActionIcon
        variant="default"
        size={34}
        aria-label={`The ${span} after`}
        disabled={!after}
        onClick={after}
      >
        <ChevronRight size={16} aria-hidden="true" />
      </ActionIcon>
      <h2 className={styles.range} aria-live="polite">
        {title}
      </h2>
      {children}
    </div>
  );
}
