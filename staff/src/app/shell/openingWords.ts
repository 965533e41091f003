import type { DeskStatus } from "@/client/types";
import { openingOf } from "@/features/desk/deskStatus";
import { shortMoment } from "@/time/zone";

/** "Open until 17:00", "Closed until tomorrow 08:00", "Closed until Mon 08:00": the day wherever it is not today. */
export function openingWords(status: DeskStatus, now: number): string {
  const { openUntil, opensAt } = openingOf(status);
  const words = (at: number) => shortMoment(at, now, status.time_zone);
  if (openUntil !== null) return `Open until ${words(openUntil)}`;
  if (opensAt !== null) return `Closed until ${words(opensAt)}`;
  return status.open ? "Open" : "Closed";
}
