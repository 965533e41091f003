import { expect, test } from "vitest";
import type { RotaChange } from "@/client/types";
import { at, datesFrom, monToThu, newYork, period, person, week } from "../world";
import { stretchesOf, stretchInWords } from "./bars";

const dates = datesFrom("2026-11-30", 5);
const span = { from: Date.parse(at("2026-11-30T00:00")), to: Date.parse(at("2026-12-07T00:00")) };
const change = (over: Partial<RotaChange>): RotaChange => ({
  kind: "time_off",
  first_date: "2026-12-01",
  last_date: "2026-12-01",
  hours: null,
  time_off: 1,
  swap: null,
  ...over,
});
const owen = person(1, "Owen Talbot", monToThu, dates);
const shown = (one: typeof owen, holidays: string[] = []) =>
  stretchesOf(one, span, new Set(holidays)).map((stretch) => stretchInWords(stretch, newYork, newYork));

test("a week's hours, and what time off takes of them", () => {
  const away = {
    ...owen,
    present: owen.present.filter(({ from }) => !from.startsWith("2026-12-01")),
    changes: [change({})],
  };
  expect(shown(away).slice(0, 3)).toEqual([
    "Mon 30 Nov 08:00–17:00: at work",
    "Tue 1 Dec 08:00–17:00: time off",
    "Wed 2 Dec 08:00–17:00: at work",
  ]);
});

test("a part of a day off leaves the rest, and days one has free anyway show nothing", () => {
  const [monday, ...rest] = owen.present;
  const away = {
    ...owen,
    present: [period("2026-11-30", "08:00", "13:00"), ...rest],
    changes: [
      change({ first_date: "2026-11-30", last_date: "2026-11-30", hours: ["13:00", "18:00"] }),
      change({ kind: "absence", first_date: "2026-12-04", last_date: "2026-12-06" }),
    ],
  };
  expect(monday).toEqual(period("2026-11-30", "08:00", "17:00"));
  expect(shown(away).slice(0, 2)).toEqual([
    "Mon 30 Nov 08:00–13:00: at work",
    "Mon 30 Nov 13:00–17:00: time off",
  ]);
  expect(shown(away).some((words) => words.includes("absent"))).toBe(false);
});

test("a swap is what is taken on and what is given away", () => {
  const swapped = {
    ...owen,
    present: [...owen.present.slice(1), period("2026-12-04", "08:00", "17:00")],
    changes: [
      change({
        kind: "swap_extra",
        first_date: "2026-12-04",
        last_date: "2026-12-04",
        hours: ["08:00", "17:00"],
      }),
      change({ kind: "swap_off", first_date: "2026-11-30", last_date: "2026-11-30" }),
    ],
  };
  expect([shown(swapped)[0], shown(swapped).at(-1)]).toEqual([
    "Mon 30 Nov 08:00–17:00: swapped away",
    "Fri 4 Dec 08:00–17:00: at work, taken on in a swap",
  ]);
});

test("on a holiday nothing is taken away", () => {
  const away = { ...owen, present: owen.present.slice(1), changes: [change({ first_date: "2026-11-30" })] };
  expect(shown(away, ["2026-11-30"])[0]).toBe("Tue 1 Dec 08:00–17:00: at work");
});

test("hours of another zone are said in both", () => {
  const berlin = week({ mon: [["09:00", "17:00"]] }, "Europe/Berlin");
  const [stretch] = stretchesOf(person(2, "Lena", berlin, dates), span, new Set());
  expect(stretch && stretchInWords(stretch, newYork, "Europe/Berlin")).toBe(
    "Mon 30 Nov 03:00–11:00: at work (Mon 30 Nov 09:00–17:00 CET)",
  );
});
