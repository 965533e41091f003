import type { NextDue, RotaPerson, TicketSummary } from "@/client/types";
import { type Stretch, stretchesOf } from "@/features/rota/timeline/bars";
import { dayPeriod } from "@/features/rota/timeline/dayInWords";
import { type Period, readPeriods } from "@/features/rota/timeline/periods";
import { addDays } from "@/time/dates";

/** A ticket of one's own at the moment it is due. */
export type Due = { ticket: TicketSummary; next: NextDue; at: number; there: boolean };
export type MyDay = Period & { date: string; holiday: string | null; stretches: Stretch[]; due: Due[] };
export type MyDays = {
  days: MyDay[];
  late: Due[];
  later: Due[];
  /** Waiting on the client: nothing falls due before they answer. */
  resting: number;
};

type Asked = {
  from: string;
  count: number;
  zone: string;
  now: number;
  person: RotaPerson | undefined;
  holidays: Map<string, string>;
  tickets: TicketSummary[];
};

/** One's hours day by day, and on each day what is due, while one is there or not. */
export function myDays({ from, count, zone, now, person, holidays, tickets }: Asked): MyDays {
  const present = person ? readPeriods(person.present) : [];
  const dues = tickets.flatMap((ticket) => dueOf(ticket, present)).toSorted((a, b) => a.at - b.at);
  const closed = new Set(holidays.keys());
  const days = Array.from({ length: count }, (_, index) => {
    const date = addDays(from, index);
    const day = dayPeriod(date, zone);
    return {
      ...day,
      date,
      holiday: holidays.get(date) ?? null,
      stretches: person ? stretchesOf(person, day, closed) : [],
      due: dues.filter(({ at }) => at >= now && day.from <= at && at < day.to),
    };
  });
  return {
    days,
    late: dues.filter(({ at }) => at < now),
    later: dues.filter(({ at }) => at >= (days.at(-1)?.to ?? now)),
    resting: tickets.length - dues.length,
  };
}

function dueOf(ticket: TicketSummary, present: Period[]): Due[] {
  const next = ticket.next_due;
  if (!next?.due) return [];
  const at = Date.parse(next.due);
  // Who leaves at five can still do what is due at five.
  return [{ ticket, next, at, there: present.some(({ from, to }) => from < at && at <= to) }];
}
