import { expect, test } from "vitest";
import { at, period } from "@/features/rota/world";
import { leavingOf } from "./leave";

const read = ({ from, to }: { from: string; to: string }) => ({ from: Date.parse(from), to: Date.parse(to) });
const hours = [
  period("2026-12-03", "08:00", "12:00"),
  period("2026-12-03", "13:00", "17:00"),
  period("2026-12-08", "08:00", "17:00"),
].map(read);
const when = (wall: string) => Date.parse(at(wall));

test("a lunch break is no leave", () => {
  expect(leavingOf(hours, when("2026-12-03T12:30"))).toEqual({
    begins: when("2026-12-03T08:00"),
    leaves: when("2026-12-03T17:00"),
    returns: when("2026-12-08T08:00"),
  });
});

test("who is off leaves at the end of the next day's work; when they are back after it may be unknown", () => {
  expect(leavingOf(hours, when("2026-12-05T12:00"))).toMatchObject({
    begins: when("2026-12-08T08:00"),
    returns: null,
  });
  expect(leavingOf(hours, when("2026-12-09T12:00"))).toBeNull();
});
