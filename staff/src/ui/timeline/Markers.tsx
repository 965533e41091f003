import type { ExplainedClock } from "@/client/types";
import { useMinute } from "@/time/ticking";
import { daysBetween, timeOfDay } from "@/time/zone";
import { placeIn, type Span } from "./boxes";
import { labelWidth, placeLabels } from "./labels";
import { momentOfSpan } from "./stretchWords";
import styles from "./Timeline.module.css";

type Clock = Pick<ExplainedClock, "until" | "due" | "stopped">;
type Props = { clock: Clock; goal: boolean; span: Span; zone: string; widthPx: number };

/** Where the clock stands and where it is due, each with its label above the bar. */
export function Markers({ clock, goal, span, zone, widthPx }: Props) {
  const now = useMinute();
  const until = Date.parse(clock.until);
  const due = clock.due === null ? null : Date.parse(clock.due);
  const late = !goal && due !== null && until > due;
  const today = daysBetween(now, until, zone) === 0;
  const stopped = today ? timeOfDay(until, zone) : momentOfSpan(until, span, now, zone);
  const stands = clock.stopped ? `stopped ${stopped}` : "now";
  const markers = [
    { kind: "stands", at: until, words: stands },
    ...(due === null
      ? []
      : [
          {
            kind: late ? "overdue" : "due",
            at: due,
            words: `${goal ? "goal" : "due"} ${momentOfSpan(due, span, now, zone)}`,
          },
        ]),
  ].map((marker) => ({ ...marker, place: placeIn(span, marker.at) }));
  const places = placeLabels(
    markers.map(({ place, words }) => ({ at: place, width: labelWidth(words, widthPx) })),
  );
  const rows = Math.max(...places.map(({ row }) => row)) + 1;
  return (
    <div className={styles.markers} data-rows={rows}>
      {markers.map(({ kind, place, words }, index) => {
        const { left, row } = places[index] ?? { left: 0, row: 0 };
        return (
          <span key={kind} className={styles.marker} data-kind={kind} data-row={row}>
            <span
              className={styles.label}
              style={{ left: `${left}%`, inlineSize: `${labelWidth(words, widthPx)}%` }}
            >
              {words}
            </span>
            <span className={styles.stem} style={{ left: `${place}%` }} />
          </span>
        );
      })}
    </div>
  );
}
