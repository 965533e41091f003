import { useElementSize } from "@mantine/hooks";
import { type PointerEvent, useId, useState } from "react";
import type { AllowanceDay } from "@/client/types";
import { addDays, dayAndMonth } from "@/time/dates";
import { minutesInWords } from "@/time/duration";
import { Fold } from "@/ui/Fold";
import { ticksOf } from "@/ui/timeline/scale";
import styles from "./BurnDown.module.css";
import { BurnDownTable } from "./BurnDownTable";
import { areaPath, burnDownInWords, dayAt, endOf, frameOf, levelsOf, stepPath, xOf, yOf } from "./geometry";

type Props = { days: AllowanceDay[]; today: string; name: string };

const usualPx = 640;
const heightPx = 160;

const labelPx = 46;
const todayPx = 18;

/** Labels begin at their place; the one of today stands across its own. */
const clearOf = (label: number, now: number) => label + labelPx < now - todayPx || label > now + todayPx;

/** How an allowance went, day by day: what could be used as a line, what was left of it as an area. */
export function BurnDown({ days, today, name }: Props) {
  const { ref, width } = useElementSize();
  const description = useId();
  const [pointed, point] = useState<AllowanceDay | null>(null);
  const frame = frameOf(days, width || usualPx, heightPx);
  const midnight = (date: string) => Date.parse(`${date}T00:00:00Z`);
  const ticks = ticksOf({ from: midnight(frame.first), to: midnight(endOf(frame)) }, "UTC", frame.width);
  const last = days.at(-1)?.date;
  const now = last === today ? xOf(addDays(today, 1), frame) : null;
  const inWords = (date: string) => dayAndMonth(date, today);

  function onPointerMove(event: PointerEvent<SVGSVGElement>) {
    const { left } = event.currentTarget.getBoundingClientRect();
    point(dayAt(days, event.clientX - left, frame));
  }

  return (
    <figure className={styles.burndown}>
      <figcaption className={styles.legend} aria-hidden="true">
        <span className={styles.left}>left</span>
        <span className={styles.granted}>could be used</span>
        <span className={styles.pointed}>
          {pointed &&
            `${inWords(pointed.date)}: ${minutesInWords(pointed.left)} of ${minutesInWords(pointed.granted)}`}
        </span>
      </figcaption>
      <div className={styles.picture}>
        <div className={styles.levels} aria-hidden="true">
          {levelsOf(days).map((level) => (
            <span key={level} style={{ top: yOf(level, frame) }}>
              {minutesInWords(level)}
            </span>
          ))}
        </div>
        <div ref={ref} className={styles.plot}>
          <svg
            width={frame.width}
            height={heightPx}
            viewBox={`0 0 ${frame.width} ${heightPx}`}
            role="img"
            aria-label={`Allowance of ${name}, day by day`}
            aria-describedby={description}
            onPointerMove={onPointerMove}
            onPointerLeave={() => point(null)}
          >
            {levelsOf(days).map((level) => (
              <line
                key={level}
                className={styles.level}
                x1="0"
                x2={frame.width}
                y1={yOf(level, frame)}
                y2={yOf(level, frame)}
              />
            ))}
            <path className={styles.area} d={areaPath(days, ({ left }) => left, frame)} />
            <path className={styles.rest} d={stepPath(days, ({ left }) => left, frame)} />
            <path className={styles.line} d={stepPath(days, ({ granted }) => granted, frame)} />
            {now !== null && <line className={styles.now} x1={now} x2={now} y1="0" y2={heightPx} />}
            {pointed && (
              <rect
                className={styles.day}
                x={xOf(pointed.date, frame)}
                width={Math.max(1.5, frame.width / frame.dates)}
                y="0"
                height={heightPx}
              />
            )}
          </svg>
          <div className={styles.ticks} aria-hidden="true">
            {ticks
              .filter(({ left }) => now === null || clearOf((left / 100) * frame.width, now))
              .map(({ at, left, label }) => (
                <span key={at} style={{ left: `${left}%` }}>
                  {label}
                </span>
              ))}
            {now !== null && (
              <span className={styles.today} style={{ left: now }}>
                today
              </span>
            )}
          </div>
        </div>
      </div>
      <p id={description} className="visually-hidden">
        {burnDownInWords(days, inWords)}
      </p>
      <Fold title="The same as a table">
        <BurnDownTable days={days} today={today} />
      </Fold>
    </figure>
  );
}
