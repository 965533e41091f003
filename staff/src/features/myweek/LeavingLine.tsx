import { CalendarOff, DoorOpen } from "lucide-react";
import type { RotaPerson } from "@/client/types";
import { readPeriods } from "@/features/rota/timeline/periods";
import { momentInWords, timeOfDay } from "@/time/zone";
import { leavingOf } from "./leave";
import styles from "./MyWeek.module.css";

type Props = { person: RotaPerson | undefined; now: number; zone: string };

/** When one leaves and is back: the first thing one wants to know of a week. */
export function LeavingLine({ person, now, zone }: Props) {
  const leaving = person ? leavingOf(readPeriods(person.present), now) : null;
  if (!leaving) {
    return (
      <p className={styles.leaving}>
        <CalendarOff size={18} aria-hidden="true" />
        <span>
          {person && person.changes.length > 0
            ? "You are away for the rest of these two weeks."
            : "You have no hours in these two weeks. A manager says under Rota when you work."}
        </span>
      </p>
    );
  }
  const { begins, leaves, returns } = leaving;
  const at = (instant: number) => momentInWords(instant, now, zone);
  const back = returns === null ? "back after next week" : `back ${at(returns)}`;
  return (
    <p className={styles.leaving}>
      <DoorOpen size={18} aria-hidden="true" />
      <span>
        {begins <= now ? (
          <>
            At work until <strong>{timeOfDay(leaves, zone)}</strong>, {back}.
          </>
        ) : (
          <>
            At work next <strong>{at(begins)}</strong> until {timeOfDay(leaves, zone)}, then {back}.
          </>
        )}
      </span>
    </p>
  );
}
