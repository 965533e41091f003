import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { dateAt, weekdayOf } from "@/time/dates";
import { useMinute } from "@/time/ticking";
import { type Axis, type Place, placeOn } from "./axis";
import styles from "./Track.module.css";

export type TrackItem = Place & {
  from: number;
  to: number;
  /** How it looks. */
  look: string;
  /** All that is to be said of it. */
  words: string;
  /** What stands on it, where there is room. */
  label?: string;
};

type Props = {
  /** Of whom or what, for whoever hears the page. */
  name: string;
  axis: Axis;
  holidays: Map<string, string>;
  items: TrackItem[];
  widthPx: number;
  kind: "person" | "coverage";
};

const letterPx = 6;
const airPx = 4;

/** One row of bars: one stop for the keyboard, the arrows go from bar to bar. */
export function Track({ name, axis, holidays, items, widthPx, kind }: Props) {
  const [chosen, setChosen] = useState<number | null>(null);
  const now = useMinute();
  const last = items.length - 1;
  const coming = items.findIndex(({ to }) => to > now);
  const current = Math.max(0, Math.min(chosen ?? (coming === -1 ? 0 : coming), last));
  const steps: Record<string, number> = {
    ArrowRight: current + 1,
    ArrowLeft: current - 1,
    Home: 0,
    End: last,
  };

  function onKeyDown(event: KeyboardEvent) {
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setChosen(Math.max(0, Math.min(last, next)));
  }

  function onPointer(event: PointerEvent) {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const place = ((event.clientX - left) / width) * 100;
    const under = items.findIndex((item) => item.left <= place && place < item.left + item.width);
    setChosen(under === -1 ? null : under);
  }

  const bars = (
    <>
      <Ground axis={axis} holidays={holidays} now={now} />
      {items.map((item, index) => (
        <span
          key={item.from}
          className={styles.bar}
          data-look={item.look}
          data-chosen={index === chosen || undefined}
          style={{ left: `${item.left}%`, inlineSize: `${item.width}%` }}
        >
          {item.label && item.label.length * letterPx + airPx < (item.width / 100) * widthPx && item.label}
        </span>
      ))}
    </>
  );
  if (items.length === 0) {
    return (
      <div className={styles.track} data-kind={kind}>
        {bars}
      </div>
    );
  }
  const shown = chosen === null ? undefined : items[chosen];
  return (
    <div className={styles.trackBox}>
      <div
        className={styles.track}
        data-kind={kind}
        role="slider"
        tabIndex={0}
        aria-label={`${name}, stretch by stretch`}
        aria-valuemin={1}
        aria-valuemax={items.length}
        aria-valuenow={current + 1}
        aria-valuetext={items[current]?.words}
        onKeyDown={onKeyDown}
        onFocus={() => setChosen((pointed) => pointed ?? current)}
        onBlur={() => setChosen(null)}
        onPointerMove={onPointer}
        onPointerDown={onPointer}
        onPointerLeave={({ pointerType }) => pointerType === "mouse" && setChosen(null)}
      >
        {bars}
      </div>
      {shown && <Detail item={shown} />}
    </div>
  );
}

/** Days apart, days off, and where now is. */
function Ground({ axis, holidays, now }: { axis: Axis; holidays: Map<string, string>; now: number }) {
  const today = dateAt(now, axis.zone);
  const within = axis.days.some(({ date }) => date === today);
  const share = 100 / axis.days.length;
  return (
    <>
      {axis.days.map(({ date }, index) => (
        <span
          key={date}
          className={styles.day}
          data-off={weekdayOf(date) > 4 || holidays.has(date) || undefined}
          style={{ left: `${index * share}%`, inlineSize: `${share}%` }}
        />
      ))}
      {within && <span className={styles.now} style={{ left: `${placeOn(axis, now)}%` }} />}
    </>
  );
}

function Detail({ item: { left, width, words } }: { item: TrackItem }) {
  const middle = left + width / 2;
  return (
    <div
      className={styles.detail}
      aria-hidden="true"
      style={{ left: `${middle}%`, transform: `translateX(-${middle}%)` }}
    >
      {words}
    </div>
  );
}
