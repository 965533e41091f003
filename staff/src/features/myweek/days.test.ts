import { expect, test } from "vitest";
import type { TicketSummary } from "@/client/types";
import { at, datesFrom, monToThu, newYork, person, week } from "@/features/rota/world";
import { myDays } from "./days";

const ticket = (ref: string, due: string | null) =>
  ({ ref, next_due: due === null ? null : { clock: "next_update", due, state: "running" } }) as TicketSummary;
const owen = person(1, "Owen", monToThu, datesFrom("2026-11-30", 7));
const asked = {
  from: "2026-11-30",
  count: 7,
  zone: newYork,
  now: Date.parse(at("2026-11-30T10:00")),
  person: owen,
  holidays: new Map<string, string>(),
};

test("what is due stands on its day, and says whether one is there", () => {
  const { days, late, later, resting } = myDays({
    ...asked,
    tickets: [
      ticket("P-1", at("2026-11-30T09:00")),
      ticket("P-2", at("2026-12-03T17:00")),
      ticket("P-3", at("2026-12-04T12:00")),
      ticket("P-4", at("2026-12-09T12:00")),
      ticket("P-5", null),
    ],
  });
  const shown = days.flatMap(({ date, due }) => due.map(({ ticket, there }) => [date, ticket.ref, there]));
  expect(shown).toEqual([
    ["2026-12-03", "P-2", true],
    ["2026-12-04", "P-3", false],
  ]);
  expect(late.map(({ ticket }) => ticket.ref)).toEqual(["P-1"]);
  expect(later.map(({ ticket }) => ticket.ref)).toEqual(["P-4"]);
  expect(resting).toBe(1);
});

test("days stay apart where the clocks are changed", () => {
  for (const [from, sunday, hours] of [
    ["2026-03-02", "2026-03-08", 23],
    ["2026-10-26", "2026-11-01", 25],
  ] as const) {
    const { days } = myDays({
      ...asked,
      from,
      count: 8,
      now: Date.parse(at(`${from}T00:00`)),
      person: person(1, "Noor", week({ sat: [["22:00", "06:00"]] }), datesFrom(from, 8)),
      tickets: [ticket("P-1", at(`${sunday}T23:30`)), ticket("P-2", at(`${sunday}T05:30`))],
    });
    const day = days.find(({ date }) => date === sunday);
    expect(((day?.to ?? 0) - (day?.from ?? 0)) / 3_600_000).toBe(hours);
    expect(day?.due.map(({ ticket, there }) => [ticket.ref, there])).toEqual([
      ["P-2", true],
      ["P-1", false],
    ]);
    expect(days.find(({ date }) => date > sunday)?.due).toEqual([]);
  }
});
