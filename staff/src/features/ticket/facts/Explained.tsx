import { Button, Skeleton } from "@mantine/core";
import { useState } from "react";
import type { ClockName, Ticket } from "@/client/types";
import { clockNames } from "@/ui/clockNames";
import { SmallFailure } from "@/ui/SmallFailure";
import { Timeline } from "@/ui/timeline/Timeline";
import styles from "./Explained.module.css";
import { useExplanation } from "./useExplanation";

/** How one promise is counted: the picture, and the same in sentences. */
export function Explained({ ticket, clock }: { ticket: Ticket; clock: ClockName }) {
  const { data, error, refetch } = useExplanation(ticket);
  if (error && !data) return <SmallFailure error={error} retry={() => void refetch()} />;
  if (!data) {
    return (
      <div className={styles.explained} aria-busy="true">
        <Skeleton height={58} />
        <Skeleton height={12} width="80%" />
      </div>
    );
  }
  // Of several next replies the latest is the one shown.
  const explained = data.clocks.findLast((one) => one.clock === clock);
  if (!explained) return <p className={styles.none}>Nothing is counted for it.</p>;
  return (
    <div className={styles.explained}>
      <Timeline {...explained} name={clockNames[clock]} zone={data.time_zone} goal={clock === "goal"} />
      <Sentences sentences={[...new Set(explained.sentences)]} />
    </div>
  );
}

const aDozen = 12;

function Sentences({ sentences }: { sentences: string[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? sentences : sentences.slice(0, aDozen);
  return (
    <>
      <ul className={styles.sentences}>
        {shown.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {sentences.length > aDozen && (
        <Button
          className={styles.all}
          variant="subtle"
          color="gray"
          size="compact-xs"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? "Show fewer" : `Show all ${sentences.length} sentences`}
        </Button>
      )}
    </>
  );
}
