import { expect, test } from "vitest";
import { datesFrom, gap, newYork, period, person, rota, tueToFri } from "../world";
import { axisOf } from "./axis";
import { stripOf } from "./strip";

const dates = datesFrom("2026-11-30", 5);

test("promised time is covered or a gap, in words that say why and whom it endangers", () => {
  const pod = {
    pod: { id: 1, name: "Harbour" },
    needed: 1,
    lead: null,
    members: [2],
    clients: [],
    promised: dates.slice(0, 2).map((date) => period(date, "08:00", "17:00")),
    gaps: [gap({})],
  };
  const axis = axisOf(rota("2026-11-30", 5, [person(2, "Ines", tueToFri, dates)], [pod]));
  const strip = stripOf(pod, axis);
  expect(strip.map(({ kind, words }) => [kind, words])).toEqual([
    ["nobody", "Mon 30 Nov 08:00–17:00, nobody: Owen Talbot has time off; endangers Brightwater Outfitters"],
    ["covered", "Tue 1 Dec 08:00–17:00: covered"],
  ]);
  expect(strip[0]?.left).toBeCloseTo(((1 / 11) * 100) / 5);
  expect(axis.zone).toBe(newYork);
});

test("too few is another thing than nobody", () => {
  const pod = {
    pod: null,
    needed: 2,
    lead: null,
    members: [],
    clients: [],
    promised: [period("2026-11-30", "08:00", "17:00")],
    gaps: [gap({ present: 1, needed: 2, from: period("2026-11-30", "12:00", "17:00").from, endangers: [] })],
  };
  const strip = stripOf(pod, axisOf(rota("2026-11-30", 5, [], [pod])));
  expect(strip.map(({ words }) => words)).toEqual([
    "Mon 30 Nov 08:00–12:00: covered by 2 or more",
    "Mon 30 Nov 12:00–17:00, 1 of 2: Owen Talbot has time off",
  ]);
});
