import type { Stretch } from "@/client/types";

export type Span = { from: number; to: number };

/** One piece of the picture; instants in milliseconds, places in percent of the bar. */
export type Box = Span & {
  left: number;
  width: number;
  /** "spare" what a clock that has stopped no longer needs. */
  phase: Stretch["phase"] | "spare";
  /** "mixed" where stretches too narrow to be seen were merged some that count and some that do not. */
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

type Group = { parts: Stretch[]; phase: Stretch["phase"]; left: number; right: number } & Span;

const mostApart = 100;
const leastSeen = 0.8;

/**
 * The stretches as boxes. What would be narrower than `narrowest` percent is merged with its neighbours, but what
 * counts never with what does not, until there are too many to tell apart: then columns say how much of them counts.
 */
export function boxesOf(stretches: Stretch[], span: Span, narrowest: number): Box[] {
  const pieces = piecesOf(stretches, span);
  const kinds = mergedByKind(pieces, narrowest);
  const groups =
    kinds.length <= mostApart
      ? withRoomToCount(kinds, Math.max(narrowest, leastSeen))
      : columns(pieces, narrowest);
  return groups.map(({ parts, phase, from, to, left, right }) => ({
    from,
    to,
    left,
    width: right - left,
    phase,
    ...prevailing(parts),
    countedSeconds: parts.reduce((sum, part) => sum + part.counted_seconds, 0),
  }));
}

function piecesOf(stretches: Stretch[], span: Span): Group[] {
  return stretches.flatMap((part) => {
    const [from, to] = [Date.parse(part.from), Date.parse(part.to)];
    if (to <= from) return [];
    return [
      { from, to, left: placeIn(span, from), right: placeIn(span, to), parts: [part], phase: part.phase },
    ];
  });
}

const widthOf = ({ left, right }: Group) => right - left;
const counts = ({ parts }: Group) => parts[0]?.reason === "open";

const joined = (before: Group, next: Group): Group => ({
  ...before,
  to: next.to,
  right: next.right,
  parts: [...before.parts, ...next.parts],
});

function mergedByKind(pieces: Group[], narrowest: number): Group[] {
  const groups: Group[] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    const alike = last && last.phase === piece.phase && counts(last) === counts(piece);
    if (alike && Math.min(widthOf(last), widthOf(piece)) < narrowest)
      groups.push(joined(groups.pop() as Group, piece));
    else groups.push(piece);
  }
  return groups;
}

/** A sliver that counts is as wide as can be seen; what does not count around it gives the room. */
function withRoomToCount(groups: Group[], least: number): Group[] {
  const roomy = groups.map((group) => ({ ...group }));
  roomy.forEach((group, index) => {
    const missing = least - widthOf(group);
    if (missing <= 0 || !counts(group)) return;
    const [before, after] = [roomy[index - 1], roomy[index + 1]];
    const [left, right] = [spare(before, least), spare(after, least)];
    const share = left + right > 0 ? Math.min(1, missing / (left + right)) : 0;
    group.left -= left * share;
    group.right += right * share;
    if (before) before.right -= left * share;
    if (after) after.left += right * share;
  });
  return roomy;
}

const spare = (group: Group | undefined, least: number) =>
  group && !counts(group) ? Math.max(0, widthOf(group) - least) : 0;

function columns(pieces: Group[], narrowest: number): Group[] {
  const groups: Group[] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    if (last?.phase === piece.phase && widthOf(last) < narrowest)
      groups.push(joined(groups.pop() as Group, piece));
    else groups.push(piece);
  }
  // What ends in a sliver gives it to the column before, where that is of the same phase.
  const [before, latest] = groups.slice(-2);
  if (before && latest && before.phase === latest.phase && widthOf(latest) < narrowest)
    groups.splice(-2, 2, joined(before, latest));
  return groups;
}

/** The boxes of a clock that has stopped: nothing is still to come. */
export const spared = (boxes: Box[]): Box[] =>
  boxes.map((box) => (box.phase === "ahead" ? { ...box, phase: "spare" } : box));

const prevails = 0.85;

function prevailing(parts: Stretch[]): Pick<Box, "reason" | "name"> {
  const length = ({ from, to }: Stretch) => Date.parse(to) - Date.parse(from);
  const longest = parts.toSorted((a, b) => length(b) - length(a))[0] as Stretch;
  const said = { reason: longest.reason, name: longest.name };
  const open = parts.filter(({ reason }) => reason === "open");
  if (open.length === 0 || open.length === parts.length) return said;
  const sum = (some: Stretch[]) => some.reduce((whole, part) => whole + length(part), 0);
  // What counts may stand for a little that does not, never the other way round.
  return sum(open) / sum(parts) >= prevails
    ? { reason: "open", name: null }
    : { reason: "mixed", name: null };
}
