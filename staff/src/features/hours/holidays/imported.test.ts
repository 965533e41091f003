import { expect, test } from "vitest";
import { holiday } from "../draft/world";
import { imported } from "./imported";

const there = [
  holiday("2026-12-25", "Christmas Day", { source: "us.ics" }),
  holiday("2026-07-04", "Independence Day", { struck_out: true }),
];
const standings = (...entries: [string, string][]) =>
  imported(
    entries.map(([date, name]) => holiday(date, name, { source: "us.ics" })),
    there,
  ).map(({ holiday: { date }, standing, other }) => [date, standing, ...(other ? [other] : [])]);

test("new ones are offered, in the order of their dates", () => {
  expect(standings(["2027-12-25", "Christmas Day"], ["2027-01-01", "New Year"])).toEqual([
    ["2027-01-01", "new"],
    ["2027-12-25", "new"],
  ]);
});

test("what is there is marked, whatever the capitals", () => {
  expect(standings(["2026-12-25", "christmas day "])).toEqual([["2026-12-25", "there", "Christmas Day"]]);
});

test("another name on a date that has one is not added beside it", () => {
  expect(standings(["2026-12-25", "Weihnachten"])).toEqual([["2026-12-25", "taken", "Christmas Day"]]);
});

test("a struck-out entry stays struck out, by whatever name it comes again", () => {
  expect(standings(["2026-07-04", "The Fourth"])).toEqual([["2026-07-04", "struck_out", "Independence Day"]]);
});
