import { expect, test } from "vitest";
import type { NextDue } from "@/client/types";
import { timeLeftSignature } from "./timeLeftWords";

const zone = "America/New_York";
const asOf = Date.parse("2026-03-10T15:00:00Z");
const due: NextDue = {
  clock: "first_reply",
  state: "running",
  due: "2026-03-10T16:12:00Z",
  remaining_seconds: 4320,
  target_seconds: 14_400,
  counting: true,
  changes_at: "2026-03-10T21:00:00Z",
};
const chip = (over: Partial<NextDue>, secondsLater = 0) =>
  timeLeftSignature({ ...due, ...over }, asOf, asOf + secondsLater * 1000, zone);

test("counting: the time left and whose clock it is", () => {
  expect(chip({})).toBe("counting|1 h 12 m|First reply|70");
  expect(chip({}, 3739)).toBe("counting|9:41|First reply|96");
});

test("a next update far off is told in days, business time never", () => {
  const far = { remaining_seconds: 98 * 3600, target_seconds: 100 * 3600, due: "2026-03-14T17:00:00Z" };
  const counting = { ...far, changes_at: null };
  expect(chip({ ...counting, clock: "next_update" })).toBe("counting|4 d 2 h|Next update|2");
  expect(chip(counting)).toBe("counting|98 h|First reply|2");
});

test("within a minute nothing visible changes, so nothing is drawn again", () => {
  expect(chip({}, 5)).toBe(chip({}, 6));
});

test("late: by how much, in words and not by colour alone", () => {
  expect(chip({}, 4320 + 12 * 60)).toBe("late|late 12 m|First reply|100");
});

test("out of hours: what is left and when it goes on", () => {
  const closed = { counting: false, due: "2026-03-11T13:12:00Z", changes_at: "2026-03-11T12:00:00Z" };
  expect(chip(closed, 600)).toBe("off hours|1 h 12 m|from 08:00|70");
});

test("paused: why", () => {
  const paused: Partial<NextDue> = { state: "paused", due: null, counting: false, changes_at: null };
  expect(chip(paused, 9000)).toBe("paused|1 h 12 m|waiting on client|70");
  expect(chip({ ...paused, remaining_seconds: 0, target_seconds: 0 })).toBe(
    "paused|paused|waiting on client|0",
  );
});
