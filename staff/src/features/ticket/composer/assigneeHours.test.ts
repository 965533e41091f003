import { expect, test } from "vitest";
import { at, newYork, period } from "@/features/rota/world";
import { isThere, theirMoments } from "./assigneeHours";

const hours = ["2026-12-02", "2026-12-03", "2026-12-08"]
  .map((date) => period(date, "08:00", "17:00"))
  .map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) }));
const when = (wall: string) => Date.parse(at(wall));

test("one is there until the moment one leaves", () => {
  expect(isThere(hours, when("2026-12-03T17:00"))).toBe(true);
  expect(isThere(hours, when("2026-12-03T17:01"))).toBe(false);
  expect(isThere(hours, when("2026-12-03T08:00"))).toBe(false);
  expect(isThere(hours, when("2026-12-03T08:01"))).toBe(true);
});

test("the hours around a moment off are offered: as they leave, and an hour after they are back", () => {
  const now = when("2026-12-02T10:00");
  const labels = (wall: string) => theirMoments(hours, when(wall), now, newYork).map(({ label }) => label);
  expect(labels("2026-12-04T12:00")).toEqual(["tomorrow 17:00", "Tue 09:00"]);
  expect(labels("2026-12-09T12:00")).toEqual(["Tue 17:00"]);
});

test("what has passed is not offered", () => {
  const now = when("2026-12-05T10:00");
  expect(theirMoments(hours, when("2026-12-06T12:00"), now, newYork).map(({ label }) => label)).toEqual([
    "Tue 09:00",
  ]);
});
