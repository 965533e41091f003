import type { Rota } from "@/client/types";
import { dayMinutes, minutesOf, timeAt } from "@/time/clockTime";
import { addDays } from "@/time/dates";
import { instantOf, wallTime } from "@/time/zone";
import { type Period, readPeriods } from "./periods";

/** A date and the part of it that is shown. */
export type AxisDay = Period & { date: string };
export type Place = { left: number; width: number };

/** Days side by side, each as wide as the next also when its clock is changed; places in percent. */
export type Axis = { zone: string; days: AxisDay[]; opens: number; closes: number };

const hour = 60;

/** Nights in which nobody works and nothing is promised are left out: what is worked gets their room. */
export function axisOf(rota: Rota): Axis {
  const { time_zone: zone, from, days } = rota;
  const all = [
    ...rota.open,
    ...rota.people.flatMap(({ present }) => present),
    ...rota.pods.flatMap(({ promised }) => promised),
  ];
  const { opens, closes } = shownOfDay(readPeriods(all), zone);
  const dates = Array.from({ length: days }, (_, index) => addDays(from, index));
  const at = (date: string, minutes: number) =>
    minutes === dayMinutes
      ? instantOf(`${addDays(date, 1)}T00:00`, zone)
      : instantOf(`${date}T${timeAt(minutes)}`, zone);
  return {
    zone,
    opens,
    closes,
    days: dates.map((date) => ({ date, from: at(date, opens), to: at(date, closes) })),
  };
}

const wholeDay = { opens: 0, closes: dayMinutes };

/** From the first to the last minute of day anything stands at, with an hour of air. */
function shownOfDay(periods: Period[], zone: string): { opens: number; closes: number } {
  let [opens, closes] = [dayMinutes, 0];
  for (const { from, to } of periods) {
    const [begins, ends] = [wallTime(from, zone), wallTime(to, zone)];
    const midnight = ends.endsWith("T00:00");
    const sameDay = begins.slice(0, 10) === (midnight ? addDays(ends.slice(0, 10), -1) : ends.slice(0, 10));
    if (!sameDay) return wholeDay;
    opens = Math.min(opens, minutesOf(begins.slice(11)) ?? 0);
    closes = Math.max(closes, midnight ? dayMinutes : (minutesOf(ends.slice(11)) ?? dayMinutes));
  }
  if (closes <= opens) return { opens: 8 * hour, closes: 18 * hour };
  return {
    opens: Math.max(0, Math.floor(opens / hour) * hour - hour),
    closes: Math.min(dayMinutes, Math.ceil(closes / hour) * hour + hour),
  };
}

/** Where an instant stands; what is not shown stands at the edge of its day. */
export function placeOn({ days }: Axis, at: number): number {
  const index = days.findLastIndex(({ from }) => from <= at);
  const day = days[index];
  if (!day) return 0;
  return ((index + Math.min(1, (at - day.from) / (day.to - day.from))) / days.length) * 100;
}

/** Where a stretch stands; null where none of it is shown. */
export function pieceOn(axis: Axis, { from, to }: Period): Place | null {
  const [left, right] = [placeOn(axis, from), placeOn(axis, to)];
  return right > left ? { left, width: right - left } : null;
}

/** All of the days, nights included. */
export const spanOf = ({ begins, ends }: Rota): Period => ({
  from: Date.parse(begins),
  to: Date.parse(ends),
});
