import { Tooltip } from "@mantine/core";
import { AlarmClock, CircleAlert, Hourglass, Moon, Pause } from "lucide-react";
import type { NextDue } from "@/client/types";
import { serverNow } from "@/time/serverClock";
import { standingAt, type Tone, toneOf } from "@/time/standing";
import { useTicking } from "@/time/ticking";
import { momentInWords, shortMoment } from "@/time/zone";
import { clockNames } from "./clockNames";
import { useDeskZone } from "./deskZone";
import { ExactMoment } from "./Moment";
import styles from "./TimeLeft.module.css";
import { timeLeftSignature, timeLeftWords } from "./timeLeftWords";

type Props = {
  due: NextDue | null;
  /** When the desk said so: `as_of` of the answer `due` came with. */
  asOf: string;
  size?: "row" | "large";
  /** What to say where nothing is due. */
  otherwise?: string;
};

/** The hero: what is due next, how long it has, and how much of that is used. */
export function TimeLeft({ due, asOf, size = "row", otherwise = "nothing due" }: Props) {
  if (due === null) {
    return (
      <span className={styles.none} data-size={size}>
        {otherwise}
      </span>
    );
  }
  return <Running due={due} asOf={asOf} size={size} />;
}

function Running({ due, asOf, size }: { due: NextDue; asOf: string; size: "row" | "large" }) {
  const zone = useDeskZone();
  const asOfMs = Date.parse(asOf);
  useTicking((now) => timeLeftSignature(due, asOfMs, now, zone));
  const now = serverNow();
  const standing = standingAt(due, asOfMs, now);
  const { figure, reason } = timeLeftWords(standing, due, now, zone);
  const dueAt = due.due === null ? null : Date.parse(due.due);
  return (
    <Tooltip
      label={
        <>
          <div>
            {clockNames[due.clock]} {standing.phase === "late" ? "was due" : "due"}
          </div>
          {dueAt === null ? <div>No due time while it is paused</div> : <ExactMoment at={dueAt} />}
        </>
      }
    >
      <span className={styles.chip} data-tone={toneOf(standing)} data-size={size}>
        <PhaseIcon tone={toneOf(standing)} phase={standing.phase} />
        <span className={styles.words}>
          <span className={styles.figure}>{figure}</span>
          <span className={styles.reason}>{reason}</span>
          {dueAt !== null && (
            <span className={styles.dueAt}>
              {size === "large" ? `due ${momentInWords(dueAt, now, zone)}` : shortMoment(dueAt, now, zone)}
            </span>
          )}
        </span>
        <span className={styles.track} aria-hidden="true">
          <span className={styles.used} style={{ inlineSize: `${Math.round(standing.used * 100)}%` }} />
        </span>
      </span>
    </Tooltip>
  );
}

function PhaseIcon({ tone, phase }: { tone: Tone; phase: string }) {
  const props = { className: styles.icon, size: 14, strokeWidth: 2.25, "aria-hidden": true } as const;
  if (phase === "paused") return <Pause {...props} />;
  if (phase === "off hours") return <Moon {...props} />;
  if (tone === "late") return <CircleAlert {...props} />;
  return tone === "soon" ? <AlarmClock {...props} /> : <Hourglass {...props} />;
}
