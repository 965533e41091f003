import { expect, test } from "vitest";
import type { Ticket } from "@/client/types";
import { promiseLines } from "./promiseWords";

const at = { now: Date.parse("2026-03-10T15:00:00Z"), zone: "America/New_York" };
const promised = (target: string | null) => ({ target, starts: null, due: null });
const promises: Ticket["promises"] = {
  goal: promised("1h"),
  first_reply: promised("4h"),
  next_reply: promised("4h"),
  resolution: promised(null),
};
const lines = (clocks: Ticket["clocks"]) =>
  promiseLines({ clocks, promises }, at).map(({ name, tone, words }) => [name, tone, words]);
const due = "2026-03-10T21:00:00Z";

test("each state of a clock in words", () => {
  const first = (state: "running" | "paused" | "breached" | "met" | "missed") =>
    lines({ first_reply: { state, due, elapsed: 3900 }, next_reply: [] })[0];
  expect(first("running")).toEqual(["First reply", "running", "due today 17:00"]);
  expect(first("breached")).toEqual(["First reply", "late", "late, was due today 17:00"]);
  expect(first("met")).toEqual(["First reply", "kept", "kept, took 1 h 5 m"]);
  expect(first("missed")).toEqual(["First reply", "missed", "missed, took 1 h 5 m"]);
  expect(first("paused")).toEqual(["First reply", "paused", "paused after 1 h 5 m"]);
});

test("best effort is measured and never judged", () => {
  const resolution = (state: "running" | "met") =>
    lines({ next_reply: [], resolution: { state, due: null, elapsed: 7200 } })[0];
  expect(resolution("running")).toEqual(["Resolution", "running", "running, 2 h so far"]);
  expect(resolution("met")).toEqual(["Resolution", "kept", "took 2 h"]);
});

test("a goal is reached or passed, never missed, and hidden behind an earlier guarantee", () => {
  const goal = { state: "passed", due, elapsed: 4000, hidden: false } as const;
  expect(lines({ next_reply: [], goal })).toEqual([["Goal", "over", "passed"]]);
  expect(lines({ next_reply: [], goal: { ...goal, hidden: true } })).toEqual([]);
});

test("of several next replies the latest is shown", () => {
  const next_reply = [
    { state: "met", due, elapsed: 60 } as const,
    { state: "running", due: "2026-03-11T14:00:00Z", elapsed: 60 } as const,
  ];
  expect(lines({ next_reply })).toEqual([["Next reply", "running", "due tomorrow 10:00"]]);
});

test("the next update can be missed", () => {
  expect(lines({ next_reply: [], next_update: { state: "missed", due } })).toEqual([
    ["Next update", "late", "missed, was promised by today 17:00"],
  ]);
});
