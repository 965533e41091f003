import type { Stretch } from "@/client/types";

export type Span = { from: number; to: number };

/** One piece of the picture; instants in milliseconds, places in percent of the bar. */
export type Box = Span & {
  left: number;
  width: number;
  phase: Stretch["phase"];
  /** "mixed" where stretches too narrow to be seen were merged and none of them prevails. */
  reason: Stretch["reason"] | "mixed";
  name: string | null;
  countedSeconds: number;
};

type Clock = { stretches: Stretch[]; starts: string; until: string; due: string | null };

const shortestMs = 60_000;

/** What the bar shows: from the clock's start to where it stands or comes due, whichever is later. */
export function spanOf({ stretches, starts, until, due }: Clock): Span {
  const first = stretches[0]?.from ?? starts;
  const last = stretches.at(-1)?.to ?? until;
  const from = Math.min(Date.parse(starts), Date.parse(first));
  const to = Math.max(Date.parse(until), Date.parse(due ?? until), Date.parse(last));
  return { from, to: Math.max(to, from + shortestMs) };
}

export const placeIn = (span: Span, at: number) => ((at - span.from) / (span.to - span.from)) * 100;

type Group = { parts: Stretch[]; phase: Stretch["phase"] } & Span;

/** The stretches as boxes; what would be narrower than `narrowest` percent is merged with its neighbours. */
export function boxesOf(stretches: Stretch[], span: Span, narrowest: number): Box[] {
  const width = ({ from, to }: Span) => placeIn(span, to) - placeIn(span, from);
  const groups: Group[] = [];
  for (const part of stretches) {
    const piece = { from: Date.parse(part.from), to: Date.parse(part.to) };
    if (piece.to <= piece.from) continue;
    const last = groups.at(-1);
    if (last && last.phase === part.phase && width(last) < narrowest) join(last, [part], piece.to);
    else groups.push({ ...piece, parts: [part], phase: part.phase });
    const [before, latest] = groups.slice(-2);
    // A phase that ends in a sliver gives it to what came before.
    if (before && latest && part === stretches.at(-1) && before.phase === latest.phase) {
      if (width(latest) < narrowest) join(before, (groups.pop() as Group).parts, latest.to);
    }
  }
  return groups.map((group) => ({
    from: group.from,
    to: group.to,
    left: placeIn(span, group.from),
    width: width(group),
    phase: group.phase,
    ...prevailing(group.parts),
    countedSeconds: group.parts.reduce((sum, part) => sum + part.counted_seconds, 0),
  }));
}

function join(group: Group, parts: Stretch[], to: number) {
  group.parts.push(...parts);
  group.to = to;
}

const prevails = 0.85;

function prevailing(parts: Stretch[]): Pick<Box, "reason" | "name"> {
  const length = ({ from, to }: Stretch) => Date.parse(to) - Date.parse(from);
  const whole = parts.reduce((sum, part) => sum + length(part), 0);
  const longest = parts.toSorted((a, b) => length(b) - length(a))[0] as Stretch;
  const alike = parts.filter(({ reason, name }) => reason === longest.reason && name === longest.name);
  const share = alike.reduce((sum, part) => sum + length(part), 0) / whole;
  return share >= prevails ? { reason: longest.reason, name: longest.name } : { reason: "mixed", name: null };
}
