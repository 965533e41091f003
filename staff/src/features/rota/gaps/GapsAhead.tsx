import { Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { CircleCheck } from "lucide-react";
import { useState } from "react";
import type { PodCoverage, RecurringGap } from "@/client/types";
import { dateAt, firstOfMonth, mondayOf } from "@/time/dates";
import { useDeskZone } from "@/ui/deskZone";
import { SmallFailure } from "@/ui/SmallFailure";
import { useCoverage } from "../rota";
import type { RotaSearch } from "../search";
import styles from "./GapsAhead.module.css";
import { gapWhen, shortOf, timesInWords, totalInWords } from "./gapWords";

/** Every gap of the 52 weeks ahead; each leads to its week. */
export function GapsAhead({ span }: Pick<RotaSearch, "span">) {
  const { data, error, refetch } = useCoverage();
  return (
    <aside className={styles.side} aria-labelledby="gaps-ahead">
      <h2 id="gaps-ahead" className={styles.title}>
        Gaps in the next 52 weeks
      </h2>
      {error && !data && <SmallFailure error={error} retry={() => void refetch()} />}
      {!error && !data && (
        <div aria-busy="true">
          <Skeleton height={16} mb={8} />
          <Skeleton height={16} mb={8} width="80%" />
          <Skeleton height={16} width="60%" />
        </div>
      )}
      {data?.pods.every(({ gaps }) => gaps.length === 0) && (
        <p className={styles.kept}>
          <CircleCheck size={15} aria-hidden="true" /> None: every promised hour has the people it needs.
        </p>
      )}
      {data?.pods
        .filter(({ gaps }) => gaps.length > 0)
        .map((pod) => (
          <PodGaps key={pod.pod?.id ?? 0} coverage={pod} span={span} />
        ))}
    </aside>
  );
}

const listed = 5;

function PodGaps({ coverage, span }: { coverage: PodCoverage } & Pick<RotaSearch, "span">) {
  const { pod, gaps, gap_count, gap_minutes } = coverage;
  const [all, setAll] = useState(false);
  return (
    <section className={styles.pod}>
      <h3 className={styles.podName}>
        {pod?.name ?? "The desk as a whole"}
        <span className={styles.total}>{totalInWords(gap_count, gap_minutes)}</span>
      </h3>
      <ul>
        {(all ? gaps : gaps.slice(0, listed)).map((gap) => (
          <GapLink key={`${gap.first.from} ${gap.first.cause}`} gap={gap} span={span} />
        ))}
      </ul>
      {gaps.length > listed && (
        <button type="button" className={styles.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? "Show fewer" : `Show ${gaps.length - listed} more`}
        </button>
      )}
      {all && gap_count > gaps.reduce((sum, { times }) => sum + times, 0) && (
        <p className={styles.cause}>These are not all; the rota's weeks show the others.</p>
      )}
    </section>
  );
}

function GapLink({ gap, span }: { gap: RecurringGap } & Pick<RotaSearch, "span">) {
  const zone = useDeskZone();
  const { first } = gap;
  const date = dateAt(Date.parse(first.from), zone);
  const often = timesInWords(gap, zone);
  const from = span === "month" ? firstOfMonth(date) : mondayOf(date);
  return (
    <li>
      <Link
        to="/rota"
        search={{ from, span }}
        className={styles.gap}
        data-nobody={first.present === 0 || undefined}
      >
        <span className={styles.when}>
          {gapWhen(first, zone)}
          <span className={styles.short}>{shortOf(first)}</span>
        </span>
        {often && <span className={styles.often}>{often}</span>}
        <span className={styles.cause}>{first.cause}</span>
      </Link>
    </li>
  );
}
