import { expect, test } from "vitest";
import type { Stretch } from "@/client/types";
import { boxesOf, spanOf, spared } from "./boxes";

const at = (hours: number) => new Date(Date.UTC(2026, 2, 10, hours)).toISOString();

function stretch(from: number, to: number, over: Partial<Stretch> = {}): Stretch {
  const reason = over.reason ?? "open";
  const counted_seconds = reason === "open" ? (to - from) * 3600 : 0;
  return { from: at(from), to: at(to), reason, phase: "past", name: null, counted_seconds, ...over };
}

const span = (from: number, to: number) => ({ from: Date.parse(at(from)), to: Date.parse(at(to)) });
const shape = (stretches: Stretch[], over: [number, number], narrowest = 1) =>
  boxesOf(stretches, span(...over), narrowest).map(({ left, width, reason, phase }) => [
    left,
    width,
    reason,
    phase,
  ]);

test("the bar ends where the clock stands or where it comes due, whichever is later", () => {
  const clock = { stretches: [], starts: at(8), until: at(10) };
  expect(spanOf({ ...clock, due: at(12) })).toEqual(span(8, 12));
  expect(spanOf({ ...clock, due: at(9) })).toEqual(span(8, 10));
  expect(spanOf({ ...clock, due: null })).toEqual(span(8, 10));
});

test("a clock that has just begun still has a bar", () => {
  const { from, to } = spanOf({ stretches: [], starts: at(8), until: at(8), due: null });
  expect(to - from).toBe(60_000);
});

test("what was there before the clock began is shown as well", () => {
  const early = stretch(6, 8, { reason: "before_submission" });
  expect(spanOf({ stretches: [early], starts: at(8), until: at(10), due: null })).toEqual(span(6, 10));
});

test("each stretch is a box as wide as it is long, and nothing is left out between them", () => {
  const stretches = [
    stretch(8, 10),
    stretch(10, 13, { phase: "ahead" }),
    stretch(13, 18, { phase: "ahead", reason: "closed" }),
  ];
  expect(shape(stretches, [8, 18])).toEqual([
    [0, 20, "open", "past"],
    [20, 30, "open", "ahead"],
    [50, 50, "closed", "ahead"],
  ]);
});

test("a sliver that counts is seen and said: what does not count around it gives it room", () => {
  const weekend = [
    stretch(0, 500, { reason: "closed" }),
    stretch(500, 501),
    stretch(501, 1000, { reason: "holiday", name: "Thanksgiving" }),
  ];
  const boxes = boxesOf(weekend, span(0, 1000), 0.7);
  expect(boxes.map(({ reason }) => reason)).toEqual(["closed", "open", "holiday"]);
  expect(boxes[1]?.width).toBeCloseTo(0.8);
  expect(boxes[1]).toMatchObject({ ...span(500, 501), countedSeconds: 3600 });
  const ends = boxes.map(({ left, width }) => left + width);
  boxes.slice(1).forEach(({ left }, index) => {
    expect(left).toBeCloseTo(ends[index] as number);
  });
  expect(ends.at(-1)).toBeCloseTo(100);
});

test("at the beginning the room comes from after it, and nobody who counts gives any", () => {
  const first = [stretch(0, 1), stretch(1, 1000, { reason: "closed" })];
  const [open] = boxesOf(first, span(0, 1000), 0.7);
  expect(open?.left).toBe(0);
  expect(open?.width).toBeCloseTo(0.8);
  const now = [stretch(0, 1), stretch(1, 1000, { phase: "ahead" })];
  expect(boxesOf(now, span(0, 1000), 0.7)[0]?.width).toBeCloseTo(0.1);
});

test("slivers go with their neighbours of the same kind, of which the longest speaks", () => {
  const stretches = [
    stretch(0, 400, { reason: "closed" }),
    stretch(400, 401, { reason: "holiday", name: "New Year" }),
    stretch(401, 700),
    stretch(700, 701),
    stretch(701, 1000, { phase: "ahead" }),
  ];
  expect(shape(stretches, [0, 1000]).map(([, , reason, phase]) => [reason, phase])).toEqual([
    ["closed", "past"],
    ["open", "past"],
    ["open", "ahead"],
  ]);
});

test("a sliver that does not count is never said to have counted, nor goes into another phase", () => {
  const stretches = [stretch(0, 100), stretch(100, 101, { reason: "closed" }), stretch(101, 200)];
  expect(shape(stretches, [0, 200]).map(([, , reason]) => reason)).toEqual(["open", "closed", "open"]);
  expect(shape([stretch(0, 199), stretch(199, 200, { phase: "late" })], [0, 200], 2)).toHaveLength(2);
});

test("hundreds of days and nights become boxes one can see, each with the share that counted", () => {
  const days = Array.from({ length: 400 }, (_, day) => [
    stretch(day * 24, day * 24 + 8),
    stretch(day * 24 + 8, day * 24 + 24, { reason: "closed" }),
  ]).flat();
  const boxes = boxesOf(days, span(0, 400 * 24), 1);
  expect(boxes.length).toBeLessThanOrEqual(100);
  expect(boxes.every(({ width }) => width >= 1)).toBe(true);
  expect(new Set(boxes.map(({ reason }) => reason))).toEqual(new Set(["mixed"]));
  expect(boxes.reduce((sum, { countedSeconds }) => sum + countedSeconds, 0)).toBe(400 * 8 * 3600);
  expect(boxes.at(-1)?.to).toBe(span(0, 400 * 24).to);
});

test("also among hundreds a little that counted is said", () => {
  const days = Array.from({ length: 400 }, (_, day) => [
    stretch(day * 24, day * 24 + 1),
    stretch(day * 24 + 1, day * 24 + 24, { reason: "closed" }),
  ]).flat();
  expect(boxesOf(days, span(0, 400 * 24), 1).every(({ reason }) => reason === "mixed")).toBe(true);
});

test("a holiday keeps its name, also where a sliver joins it", () => {
  const holiday = stretch(0, 90, { reason: "holiday", name: "New Year" });
  expect(boxesOf([holiday, stretch(90, 91, { reason: "closed" })], span(0, 91), 2)).toMatchObject([
    { reason: "holiday", name: "New Year" },
  ]);
});

test("stretches of no length are nothing", () => {
  expect(shape([stretch(8, 8), stretch(8, 9)], [8, 9])).toEqual([[0, 100, "open", "past"]]);
});

test("what a stopped clock had left is spare, what it counted stays", () => {
  const boxes = boxesOf([stretch(8, 9), stretch(9, 12, { phase: "ahead" })], span(8, 12), 1);
  expect(spared(boxes).map(({ phase }) => phase)).toEqual(["past", "spare"]);
});
