import { useElementSize } from "@mantine/hooks";
import { useMemo, useState } from "react";
import type { ExplainedClock } from "@/client/types";
import { Bar } from "./Bar";
import { type Box, boxesOf, spanOf, spared } from "./boxes";
import { Legend } from "./Legend";
import { Markers } from "./Markers";
import { namesOf } from "./names";
import { ticksOf } from "./scale";
import { boxInWords } from "./stretchWords";
import styles from "./Timeline.module.css";

type Clock = Pick<ExplainedClock, "stretches" | "starts" | "until" | "due" | "stopped">;
type Props = Clock & { name: string; zone: string /** Nobody is late for a goal. */; goal?: boolean };

const narrowestPx = 2;
const usualPx = 300;

/** A clock as one bar: what counted, what did not and why, where it stands and when it is due. */
export function Timeline({ name, zone, goal = false, ...clock }: Props) {
  const { ref, width } = useElementSize();
  const widthPx = width || usualPx;
  const span = spanOf(clock);
  const { stretches, stopped } = clock;
  const { from, to } = span;
  const boxes = useMemo(() => {
    const all = boxesOf(stretches, { from, to }, (narrowestPx / widthPx) * 100);
    return stopped ? spared(all) : all;
  }, [stretches, stopped, from, to, widthPx]);
  const [chosen, setChosen] = useState<number | null>(null);
  const box = chosen === null ? undefined : boxes[chosen];
  const ticks = ticksOf(span, zone, widthPx);
  const names = namesOf(boxes, widthPx);

  return (
    <figure className={styles.timeline} data-goal={goal || undefined}>
      <div ref={ref} className={styles.picture}>
        <Markers clock={clock} goal={goal} span={span} zone={zone} widthPx={widthPx} />
        <Bar name={name} zone={zone} boxes={boxes} at={Date.parse(clock.until)} {...{ chosen, setChosen }} />
        {names.length > 0 && (
          <div className={styles.names} aria-hidden="true">
            {names.map(({ words, left, width: room }) => (
              <span key={left} style={{ left: `${left}%`, maxInlineSize: `${room}%` }}>
                {words}
              </span>
            ))}
          </div>
        )}
        <div className={styles.ticks} aria-hidden="true">
          {ticks.map(({ at, left, label }) => (
            <span key={at} style={{ left: `${left}%` }}>
              {label}
            </span>
          ))}
        </div>
        {box && <Detail box={box} zone={zone} />}
      </div>
      <Legend boxes={boxes} goal={goal} />
    </figure>
  );
}

/** What the sentences say too; here it stands where one points. */
function Detail({ box, zone }: { box: Box; zone: string }) {
  const middle = box.left + box.width / 2;
  return (
    <div
      className={styles.detail}
      aria-hidden="true"
      style={{ left: `${middle}%`, transform: `translateX(-${middle}%)` }}
    >
      {boxInWords(box, zone)}
    </div>
  );
}
