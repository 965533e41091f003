import type { Dispatch, KeyboardEvent, PointerEvent, SetStateAction } from "react";
import type { Box } from "./boxes";
import { boxInWords } from "./stretchWords";
import styles from "./Timeline.module.css";

type Props = {
  name: string;
  zone: string;
  boxes: Box[];
  at: number;
  chosen: number | null;
  setChosen: Dispatch<SetStateAction<number | null>>;
};

/** One stop for the keyboard, however many stretches: the arrows go from one to the next. */
export function Bar({ name, zone, boxes, at, chosen, setChosen }: Props) {
  if (boxes.length === 0) return <div className={styles.bar} />;
  const last = boxes.length - 1;
  const standing = boxes.findIndex(({ to }) => to >= at);
  const current = Math.min(chosen ?? (standing === -1 ? last : standing), last);
  const steps: Record<string, number> = {
    ArrowRight: current + 1,
    ArrowUp: current + 1,
    ArrowLeft: current - 1,
    ArrowDown: current - 1,
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
    const under = boxes.findIndex((box) => place < box.left + box.width);
    setChosen(under === -1 ? last : under);
  }

  return (
    <div
      className={styles.bar}
      role="slider"
      tabIndex={0}
      aria-label={`${name}, stretch by stretch`}
      aria-valuemin={1}
      aria-valuemax={boxes.length}
      aria-valuenow={current + 1}
      aria-valuetext={boxInWords(boxes[current] as Box, zone)}
      onKeyDown={onKeyDown}
      onFocus={() => setChosen((pointed) => pointed ?? current)}
      onBlur={() => setChosen(null)}
      onPointerMove={onPointer}
      onPointerDown={onPointer}
      // A finger that has tapped is gone, what it chose is still to be read.
      onPointerLeave={({ pointerType }) => pointerType === "mouse" && setChosen(null)}
    >
      {boxes.map((box, index) => (
        <span
          key={box.from}
          className={styles.box}
          data-reason={box.reason}
          data-phase={box.phase}
          data-chosen={index === chosen || undefined}
          style={{
            left: `${box.left}%`,
            inlineSize: `${box.width}%`,
            backgroundSize: box.reason === "mixed" ? `100% ${shareOf(box)}%` : undefined,
          }}
        />
      ))}
    </div>
  );
}

const shareOf = ({ countedSeconds, from, to }: Box) => Math.round((countedSeconds / (to - from)) * 100_000);
