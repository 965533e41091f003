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

const opening = 9;
const conclusion = 3;

/** Of many the middle is folded: the last ones say what it comes to. */
function Sentences({ sentences }: { sentences: string[] }) {
  const [all, setAll] = useState(false);
  if (sentences.length <= opening + conclusion) return <List sentences={sentences} />;
  return (
    <>
      <List sentences={sentences.slice(0, all ? -conclusion : opening)} />
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
      <List sentences={sentences.slice(-conclusion)} />
    </>
  );
}

function List({ sentences }: { sentences: string[] }) {
  return (
    <ul className={styles.sentences}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
