import { expect, test } from "vitest";
import type { NextDue } from "@/client/types";
import { staleAt, standingAt, toneOf } from "./standing";

const at = (clock: string) => Date.parse(`2026-03-10T${clock}Z`);

const running: NextDue = {
  clock: "first_reply",
  state: "running",
  due: "2026-03-10T16:00:00Z",
  remaining_seconds: 3600,
  target_seconds: 7200,
  counting: true,
  changes_at: "2026-03-10T21:00:00Z",
};

test("counts down while business time runs", () => {
  expect(standingAt(running, at("15:00:00"), at("15:20:00"))).toEqual({
    phase: "counting",
    seconds: 2400,
    used: 1 - 2400 / 7200,
    resumesAt: null,
  });
});

test("stands still at closing and names no opening it does not know", () => {
  const overnight = {
    ...running,
    due: "2026-03-11T12:20:00Z",
    remaining_seconds: 7200,
    target_seconds: 14400,
  };
  const evening = standingAt(overnight, at("20:00:00"), at("22:30:00"));
  expect(evening).toEqual({ phase: "off hours", seconds: 3600, used: 0.75, resumesAt: null });
});

test("does not count before the next opening, then goes on by itself", () => {
  const closed: NextDue = {
    ...running,
    due: "2026-03-10T12:30:00Z",
    remaining_seconds: 1800,
    target_seconds: 1800,
    counting: false,
    changes_at: "2026-03-10T12:00:00Z",
  };
  expect(standingAt(closed, at("03:00:00"), at("11:59:59"))).toEqual({
    phase: "off hours",
    seconds: 1800,
    used: 0,
    resumesAt: at("12:00:00"),
  });
  expect(standingAt(closed, at("03:00:00"), at("12:10:00"))).toMatchObject({
    phase: "counting",
    seconds: 1200,
  });
});

test("at the due instant it is in time, a second later late", () => {
  expect(standingAt(running, at("15:00:00"), at("16:00:00")).phase).toBe("counting");
  expect(standingAt(running, at("15:00:00"), at("16:00:01"))).toMatchObject({
    phase: "late",
    seconds: 1,
    used: 1,
  });
});

test("late is counted in elapsed time, also over a night", () => {
  const breached: NextDue = { ...running, state: "breached", remaining_seconds: -600, counting: false };
  expect(standingAt(breached, at("16:10:00"), at("23:00:00"))).toMatchObject({
    phase: "late",
    seconds: 7 * 3600,
  });
});

test("late without a due instant goes on from what the desk said", () => {
  const breached: NextDue = { ...running, state: "breached", due: null, remaining_seconds: -600 };
  expect(standingAt(breached, at("16:10:00"), at("16:11:00")).seconds).toBe(660);
});

test("a paused clock never moves and is never late", () => {
  const paused: NextDue = { ...running, state: "paused", due: null, counting: false, changes_at: null };
  expect(standingAt(paused, at("15:00:00"), at("23:00:00"))).toMatchObject({
    phase: "paused",
    seconds: 3600,
    used: 0.5,
  });
});

test("a paused clock of which nobody knows the rest has used nothing", () => {
  const paused: NextDue = {
    ...running,
    state: "paused",
    due: null,
    remaining_seconds: 0,
    target_seconds: 0,
    counting: false,
  };
  expect(standingAt(paused, at("15:00:00"), at("16:00:00"))).toMatchObject({
    phase: "paused",
    seconds: 0,
    used: 0,
  });
});

test("amber from three quarters, red when late, grey when time stands still", () => {
  const standing = { phase: "counting", seconds: 1, resumesAt: null } as const;
  expect(toneOf({ ...standing, used: 0.749 })).toBe("quiet");
  expect(toneOf({ ...standing, used: 0.75 })).toBe("soon");
  expect(toneOf({ ...standing, phase: "late", used: 1 })).toBe("late");
  expect(toneOf({ ...standing, phase: "off hours", used: 0.9 })).toBe("resting");
  expect(toneOf({ ...standing, phase: "paused", used: 0.9 })).toBe("resting");
});

test("asks again at the next moment that changes the picture", () => {
  expect(staleAt(running, at("15:00:00"))).toBe(at("16:00:00"));
  expect(staleAt(running, at("17:00:00"))).toBe(at("21:00:00"));
  expect(staleAt({ ...running, changes_at: null, due: null }, at("15:00:00"))).toBeNull();
});
