import { expect, test } from "vitest";
import { at, gap, newYork } from "../world";
import { coveringSwap, withAnswer, withoutSwap, withSwap } from "./covering";

test("who covers a gap takes on its hours, in the time of their own week", () => {
  expect(coveringSwap(4, gap({}), newYork)).toEqual({
    person: 4,
    on: { date: "2026-11-30", hours: ["08:00", "17:00"] },
  });
  expect(coveringSwap(4, gap({}), "Europe/Berlin").on).toEqual({
    date: "2026-11-30",
    hours: ["14:00", "23:00"],
  });
});

test("a gap over midnight is one night's hours", () => {
  const night = gap({ from: at("2026-11-30T22:00"), to: at("2026-12-01T06:00") });
  expect(coveringSwap(4, night, newYork).on).toEqual({ date: "2026-11-30", hours: ["22:00", "06:00"] });
  const evening = gap({ from: at("2026-11-30T17:00"), to: at("2026-12-01T00:00") });
  expect(coveringSwap(4, evening, newYork).on.hours).toEqual(["17:00", "24:00"]);
});

test("of a gap of days its first date is covered", () => {
  const days = gap({ from: at("2026-11-30T08:00"), to: at("2026-12-03T17:00") });
  expect(coveringSwap(4, days, newYork).on).toEqual({ date: "2026-11-30", hours: ["08:00", "24:00"] });
});

test("a grant takes one swap, other edits none", () => {
  const swap = coveringSwap(4, gap({}), newYork);
  const granted = withSwap({ grant_time_off: { time_off: 7 } }, swap);
  expect(granted).toEqual({ grant_time_off: { time_off: 7, swap } });
  expect(granted && withSwap(granted, swap)).toBeNull();
  expect(granted && withoutSwap(granted)).toEqual({ grant_time_off: { time_off: 7, swap: null } });
  expect(withSwap({ move_client: { client: 1, pod: 2 } }, swap)).toBeNull();
});

test("a word goes with a grant, and is left out where nothing is said", () => {
  const edit = { grant_time_off: { time_off: 7 } };
  expect(withAnswer(edit, " Enjoy it. ")).toEqual({ grant_time_off: { time_off: 7, answer: "Enjoy it." } });
  expect(withAnswer(edit, "  ")).toBe(edit);
});
