import type { Interval, RotaChange, RotaPerson } from "@/client/types";
import { addDays } from "@/time/dates";
import { zoneAbbreviation } from "@/time/zone";
import { spanInWords } from "@/ui/timeline/stretchWords";
import { type Axis, type Place, pieceOn } from "./axis";
import { intervalOn, meets, type Period, plannedOn, readPeriods, within, without } from "./periods";

export type BarKind = "present" | "extra" | "time_off" | "absence" | "swap_off";
export type Stretch = Period & { kind: BarKind };
export type Bar = Stretch & Place;

export const kindWords: Record<BarKind, string> = {
  present: "at work",
  extra: "at work, taken on in a swap",
  time_off: "time off",
  absence: "absent",
  swap_off: "swapped away",
};

/**
 * When somebody is at work, what of it they took on, and what their week has but is taken away. On holidays a week
 * has nothing.
 */
export function stretchesOf(person: RotaPerson, span: Period, holidays: Set<string>): Stretch[] {
  const present = readPeriods(person.present);
  const extra = person.changes
    .filter(({ kind }) => kind === "swap_extra")
    .flatMap((change) => within(partOf(change, change.first_date, person), present));
  const away = person.changes
    .filter(({ kind }) => kind !== "swap_extra")
    .flatMap((change) =>
      without(takenBy(change, person, holidays), present).map((period) => ({
        ...period,
        kind: change.kind as BarKind,
      })),
    );
  return [
    ...without(present, extra).map((period) => ({ ...period, kind: "present" as const })),
    ...extra.map((period) => ({ ...period, kind: "extra" as const })),
    ...apart(away),
  ]
    .filter((stretch) => meets(stretch, span))
    .toSorted((a, b) => a.from - b.from);
}

/** Time off and an absence of the same hours are shown once. */
function apart(stretches: Stretch[]): Stretch[] {
  const kept: Stretch[] = [];
  for (const { kind, ...period } of stretches)
    for (const rest of without([period], kept)) kept.push({ ...rest, kind });
  return kept;
}

function takenBy(change: RotaChange, person: RotaPerson, holidays: Set<string>): Period[] {
  const taken: Period[] = [];
  for (let date = change.first_date; date <= change.last_date; date = addDays(date, 1)) {
    if (holidays.has(date)) continue;
    const planned = plannedOn(person.week, date);
    taken.push(...(change.hours === null ? planned : within(planned, partOf(change, date, person))));
  }
  return taken;
}

function partOf({ hours }: RotaChange, date: string, { week }: RotaPerson): Period[] {
  return [hours === null ? null : intervalOn(date, hours as Interval, week.time_zone)].filter(
    (period) => period !== null,
  );
}

export const placed = <T extends Period>(axis: Axis, stretches: T[]): (T & Place)[] =>
  stretches.flatMap((stretch) => {
    const place = pieceOn(axis, stretch);
    return place ? [{ ...stretch, ...place }] : [];
  });

/** "Mon 30 Nov 08:00–17:00: at work", and in their own time where that is another. */
export function stretchInWords({ from, to, kind }: Stretch, zone: string, own: string): string {
  const words = `${spanInWords(from, to, zone)}: ${kindWords[kind]}`;
  const there = spanInWords(from, to, own);
  return there === spanInWords(from, to, zone) ? words : `${words} (${there} ${zoneAbbreviation(from, own)})`;
}
