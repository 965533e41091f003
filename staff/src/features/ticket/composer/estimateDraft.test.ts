import { expect, test } from "vitest";
import {
  type EstimateDraft,
  emptyEstimate,
  estimateOf,
  hasWords,
  type LineDraft,
  meantLines,
  pricedLines,
  readEstimate,
  untilOf,
  withLine,
} from "./estimateDraft";

const zone = "America/New_York";
const now = Date.parse("2026-11-28T15:00:00Z");
const line = (id: number, over: Partial<LineDraft> = {}): LineDraft => ({
  id,
  text: "Build it",
  kind: "",
  time: "2h",
  ...over,
});
const typed = (over: Partial<EstimateDraft>): EstimateDraft => ({
  ...emptyEstimate,
  set: true,
  plan: " We **build** it. ",
  ...over,
});

test("an estimate is sent as it is meant: times as minutes, open until the end of its date at the desk", () => {
  const draft = typed({ lines: [line(1, { time: "2 h 30" }), line(2, { time: "150", kind: "design" })] });
  expect(estimateOf(draft, now, zone)).toEqual({
    lines: [
      { text: "Build it", kind: "", minutes: 150 },
      { text: "Build it", kind: "design", minutes: 150 },
    ],
    plan: "We **build** it.",
    expires_at: "2026-12-13T04:59:00Z",
  });
});

test("two weeks are usual; a date that was chosen or struck out is what it is", () => {
  expect(untilOf(typed({}), now, zone)).toBe("2026-12-12");
  expect(untilOf(typed({ until: "2026-12-01" }), now, zone)).toBe("2026-12-01");
  expect(untilOf(typed({ until: "" }), now, zone)).toBe("");
});

test("an empty line below others is none; where all are empty the first is meant", () => {
  const blank = (id: number) => line(id, { text: " ", time: "" });
  expect(meantLines(typed({ lines: [line(1), blank(2), line(3)] })).map(({ id }) => id)).toEqual([1, 3]);
  expect(meantLines(typed({ lines: [blank(1), blank(2)] })).map(({ id }) => id)).toEqual([1]);
});

test("what has a time has a price, whatever is said of it", () => {
  const lines = [line(4, { text: "" }), line(5, { time: "soon" }), line(6, { time: "0" }), line(7)];
  expect(pricedLines(typed({ lines }))).toEqual({
    ids: [4, 7],
    lines: [
      { text: "", kind: "", minutes: 120 },
      { text: "", kind: "", minutes: 120 },
    ],
  });
});

test("a line that is added is told from all others", () => {
  expect(withLine([line(1), line(7)]).map(({ id }) => id)).toEqual([1, 7, 8]);
});

test("only what was typed is a reason to keep it", () => {
  expect(hasWords({ ...emptyEstimate, set: true })).toBe(false);
  expect(hasWords({ ...emptyEstimate, plan: "We build it." })).toBe(true);
  expect(hasWords({ ...emptyEstimate, lines: [line(1, { text: "", time: "5" })] })).toBe(true);
});

test("it survives a round through the browser's memory, and nonsense does no harm", () => {
  const draft = typed({ lines: [line(1), line(2, { kind: "design" })], until: "2026-12-01" });
  expect(readEstimate(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
  for (const nonsense of [undefined, null, 7, "x", [], { lines: "x", until: "soon" }, { lines: [] }])
    expect(readEstimate(nonsense)).toEqual(emptyEstimate);
  expect(readEstimate({ set: true, lines: [null, { text: "Build it", time: 5 }] })).toMatchObject({
    set: true,
    lines: [
      { id: 1, text: "", time: "" },
      { id: 2, text: "Build it", time: "" },
    ],
  });
});
