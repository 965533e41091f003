import type { NextDue } from "@/client/types";
import { type Standing, standingAt } from "@/time/standing";
import { countdown, elapsed } from "@/time/words";
import { nextMoment } from "@/time/zone";
import { clockNames } from "./clockNames";

/** What the chip says: the figure first, then why it stands so. */
export function timeLeftWords(standing: Standing, due: NextDue, now: number, zone: string) {
  const clock = clockNames[due.clock];
  switch (standing.phase) {
    case "late":
      return { figure: `late ${elapsed(standing.seconds)}`, reason: clock };
    case "paused":
      return {
        figure: standing.seconds > 0 ? countdown(standing.seconds) : "paused",
        reason: "waiting on client",
      };
    case "off hours": {
      const from = standing.resumesAt;
      const reason = from === null ? "out of hours" : `from ${nextMoment(from, now, zone)}`;
      return { figure: countdown(standing.seconds), reason };
    }
    case "counting": {
      // The next update is an instant, not business time: days are days.
      const days = due.clock === "next_update" && standing.seconds >= 86_400;
      return { figure: days ? elapsed(standing.seconds) : countdown(standing.seconds), reason: clock };
    }
  }
}

/** One line that changes whenever something visible about the promise does. */
export function timeLeftSignature(due: NextDue, asOf: number, now: number, zone: string): string {
  const standing = standingAt(due, asOf, now);
  const { figure, reason } = timeLeftWords(standing, due, now, zone);
  return `${standing.phase}|${figure}|${reason}|${Math.round(standing.used * 100)}`;
}
