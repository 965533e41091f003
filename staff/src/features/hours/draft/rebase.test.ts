import { expect, test } from "vitest";
import type { Hours } from "@/client/types";
import { rebase } from "./rebase";
import { agencyHours, holiday, workWeek } from "./world";

const morning = [["08:00", "12:00"]];
const late = [["10:00", "18:00"]];
const base: Hours = { ...agencyHours, holidays: [holiday("2026-12-25", "Christmas")] };
const week = (over: Partial<Hours["weekly"]>): Hours => ({ ...base, weekly: { ...workWeek, ...over } });

test("what each of us changed alone stands side by side", () => {
  const mine = {
    ...week({ mon: morning }),
    holidays: [...base.holidays, holiday("2026-12-26", "Boxing Day")],
  };
  const theirs = { ...week({ tue: late }), holidays: [], time_zone: "Europe/Berlin" };
  expect(rebase(base, mine, theirs)).toEqual({
    hours: {
      ...base,
      time_zone: "Europe/Berlin",
      weekly: { ...workWeek, mon: morning, tue: late },
      holidays: [holiday("2026-12-26", "Boxing Day")],
    },
    both: [],
  });
});

test("where both changed the same thing mine stands and is named", () => {
  const struck = holiday("2026-12-25", "Christmas", { struck_out: true });
  const renamed = holiday("2026-12-25", "Christmas Day");
  const mine = { ...week({ mon: morning }), holidays: [struck] };
  const theirs = { ...week({ mon: late }), holidays: [renamed] };
  const { hours, both } = rebase(base, mine, theirs);
  expect(hours.weekly.mon).toEqual(morning);
  expect(hours.holidays).toEqual([struck]);
  expect(both).toEqual(["Monday", "the holiday on Fri 25 Dec 2026"]);
});

test("the same change made twice is one change", () => {
  expect(rebase(base, week({ mon: morning }), week({ mon: morning })).both).toEqual([]);
});

test("what I removed stays removed, also among what they added", () => {
  const mine = { ...base, holidays: [] };
  const theirs = { ...base, holidays: [...base.holidays, holiday("2026-12-26", "Boxing Day")] };
  expect(rebase(base, mine, theirs).hours.holidays).toEqual([holiday("2026-12-26", "Boxing Day")]);
});
