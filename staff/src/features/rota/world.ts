import type { Gap, PersonWeek, RecurringGap, Rota, RotaPerson, RotaPod, WeeklyHours } from "@/client/types";
import { addDays } from "@/time/dates";
import { instantOf } from "@/time/zone";
import { intervalOn, plannedOn } from "./timeline/periods";

/** The pod the tests of this folder begin with: two halves of a week in New York, one colleague in Berlin. */

export const newYork = "America/New_York";
const usual = [["08:00", "17:00"]];
const none: WeeklyHours = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };

export const week = (over: Partial<WeeklyHours>, time_zone = newYork): PersonWeek => ({
  time_zone,
  weekly: { ...none, ...over },
  weekly_from: [],
});
export const monToThu = week({ mon: usual, tue: usual, wed: usual, thu: usual });
export const tueToFri = week({ tue: usual, wed: usual, thu: usual, fri: usual });

export const iso = (at: number) => new Date(at).toISOString().replace(".000Z", "Z");
export const at = (wall: string, zone = newYork) => iso(instantOf(wall, zone));
export const period = (date: string, opens: string, closes: string, zone = newYork) => {
  const { from, to } = intervalOn(date, [opens, closes], zone) ?? { from: 0, to: 0 };
  return { from: iso(from), to: iso(to) };
};

/** Present as their week has it, on these dates. */
export function person(id: number, name: string, own: PersonWeek, dates: string[]): RotaPerson {
  const present = dates.flatMap((date) => plannedOn(own, date));
  return {
    id,
    name,
    role: "member",
    time_zone: own.time_zone,
    skills: [],
    week: own,
    present: present.map(({ from, to }) => ({ from: iso(from), to: iso(to) })),
    changes: [],
  };
}

export const gap = (over: Partial<Gap>): Gap => ({
  from: at("2026-11-30T08:00"),
  to: at("2026-11-30T17:00"),
  present: 0,
  needed: 1,
  cause: "Owen Talbot has time off",
  endangers: [{ id: 1, name: "Brightwater Outfitters" }],
  endangers_more: 0,
  ...over,
});

export const once = (first: Gap): RecurringGap => ({ first, times: 1, last: first.from });

export const datesFrom = (first: string, days: number) =>
  Array.from({ length: days }, (_, index) => addDays(first, index));

export function rota(from: string, days: number, people: RotaPerson[], pods: RotaPod[] = []): Rota {
  return {
    from,
    days,
    time_zone: newYork,
    begins: at(`${from}T00:00`),
    ends: at(`${addDays(from, days)}T00:00`),
    open: datesFrom(from, days).map((date) => period(date, "08:00", "17:00")),
    holidays: [],
    pods,
    people,
  };
}
