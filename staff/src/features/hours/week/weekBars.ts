import type { Weekday, WeeklyHours } from "@/client/types";
import { dayMinutes, minutesOf } from "@/time/clockTime";
import { weekdays } from "../weekdays";

/** A piece of a day that is open, in percent of it; `runsOn` came over midnight from the day before. */
export type DayBar = { left: number; width: number; runsOn: boolean };

type Piece = { from: number; to: number };

/** Each day's open pieces. Overlaps are one piece; what is no interval yet is not drawn. */
export function weekBars(week: WeeklyHours): Record<Weekday, DayBar[]> {
  const own = new Map<Weekday, Piece[]>();
  const over = new Map<Weekday, Piece[]>();
  weekdays.forEach((day, index) => {
    for (const [opens = "", closes = ""] of week[day]) {
      const [from, to] = [minutesOf(opens), minutesOf(closes)];
      if (from === null || to === null || from === to || from === dayMinutes) continue;
      add(own, day, { from, to: to > from ? to : dayMinutes });
      const next = weekdays[(index + 1) % weekdays.length] as Weekday;
      if (to < from && to > 0) add(over, next, { from: 0, to });
    }
  });
  const bars = (pieces: Piece[] | undefined, runsOn: boolean) =>
    united(pieces ?? []).map(({ from, to }) => ({
      left: (from / dayMinutes) * 100,
      width: ((to - from) / dayMinutes) * 100,
      runsOn,
    }));
  return Object.fromEntries(
    weekdays.map((day) => [day, [...bars(over.get(day), true), ...bars(own.get(day), false)]]),
  ) as Record<Weekday, DayBar[]>;
}

function add(pieces: Map<Weekday, Piece[]>, day: Weekday, piece: Piece) {
  pieces.set(day, [...(pieces.get(day) ?? []), piece]);
}

function united(pieces: Piece[]): Piece[] {
  const union: Piece[] = [];
  for (const piece of pieces.toSorted((a, b) => a.from - b.from)) {
    const last = union.at(-1);
    if (last && piece.from <= last.to) last.to = Math.max(last.to, piece.to);
    else union.push({ ...piece });
  }
  return union;
}

/** How long the desk is open in such a week, in seconds; overlaps count once. */
export function weekSeconds(week: WeeklyHours): number {
  const bars = weekBars(week);
  const minutes = weekdays.flatMap((day) =>
    united(bars[day].map(({ left, width }) => ({ from: left, to: left + width }))).map(
      ({ from, to }) => ((to - from) / 100) * dayMinutes,
    ),
  );
  return Math.round(minutes.reduce((sum, length) => sum + length, 0)) * 60;
}
