import type { HandOff } from "@/client/types";
import { momentInWords } from "@/time/zone";

/** "leaves today 17:00, back Mon 08:00"; "absent since today 09:12, back tomorrow 08:00" */
export function leavingWords({ leaves, returns, sudden }: HandOff, now: number, zone: string): string {
  const at = Date.parse(leaves);
  const moment = momentInWords(at, now, zone);
  const goes = sudden ? `absent since ${moment}` : at > now ? `leaves ${moment}` : `left ${moment}`;
  const back =
    returns === null ? "not back for weeks" : `back ${momentInWords(Date.parse(returns), now, zone)}`;
  return `${goes}, ${back}`;
}
