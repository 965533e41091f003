import type { Gap, RotaPod } from "@/client/types";
import { spanInWords } from "@/ui/timeline/stretchWords";
import { gapInWords, shortOf } from "../gaps/gapWords";
import { type Axis, type Place, pieceOn } from "./axis";
import { type Period, readPeriods, without } from "./periods";

export type StripKind = "covered" | "nobody" | "too few";
export type StripBox = Period & Place & { kind: StripKind; words: string };

/** Promised time of one pod: covered, or a gap. */
export function stripOf({ promised, gaps, needed }: RotaPod, axis: Axis): StripBox[] {
  const missing = gaps.map((gap) => ({ gap, ...(readPeriods([gap])[0] as Period) }));
  const covered = without(readPeriods(promised), missing).map((period) => ({
    ...period,
    kind: "covered" as const,
    words: `${spanInWords(period.from, period.to, axis.zone)}: covered${needed > 1 ? ` by ${needed} or more` : ""}`,
  }));
  const open = missing.map(({ gap, from, to }) => ({
    from,
    to,
    kind: kindOf(gap),
    words: gapInWords(gap, axis.zone),
  }));
  return [...covered, ...open]
    .toSorted((a, b) => a.from - b.from)
    .flatMap((box) => {
      const place = pieceOn(axis, box);
      return place ? [{ ...box, ...place }] : [];
    });
}

export const kindOf = (gap: Gap): StripKind => (shortOf(gap) === "nobody" ? "nobody" : "too few");
