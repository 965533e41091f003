import { expect, test } from "vitest";
import { type EstimateDraft, emptyEstimate, type LineDraft } from "./estimateDraft";
import { estimateErrors, firstOf, isRight, refusedEstimate } from "./estimateErrors";

const zone = "America/New_York";
const now = Date.parse("2026-11-28T15:00:00Z");
const line = (over: Partial<LineDraft> = {}): LineDraft => ({
  id: 3,
  text: "Build it",
  kind: "",
  time: "2h",
  ...over,
});
const typed = (over: Partial<EstimateDraft>): EstimateDraft => ({
  set: true,
  lines: [line()],
  plan: "We build it.",
  until: null,
  ...over,
});
const errorsOf = (over: Partial<EstimateDraft>) => estimateErrors(typed(over), now, zone);

test("what is complete is right, an empty line below it or not", () => {
  expect(isRight(errorsOf({}))).toBe(true);
  expect(isRight(errorsOf({ lines: [line(), line({ id: 4, text: "", time: "" })] }))).toBe(true);
});

test("an empty one says all that it lacks, where it lacks it", () => {
  const errors = estimateErrors(emptyEstimate, now, zone);
  expect(Object.keys(errors.byLine[1] ?? {})).toEqual(["text", "minutes"]);
  expect(errors.plan).toMatch(/what you plan/);
  expect(errors.until).toBeUndefined();
});

test("a time is one that can be read, of a minute to a thousand hours", () => {
  const wrong = (time: string) => errorsOf({ lines: [line({ time })] }).byLine[3]?.minutes;
  expect(wrong("soon")).toMatch(/^How long/);
  expect(wrong("0")).toMatch(/between a minute and 1,000 hours/);
  expect(wrong("60001")).toMatch(/between/);
  expect(wrong("1000 h")).toBeUndefined();
});

test("the last date is one to come, a year ahead at most", () => {
  const wrong = (until: string) => errorsOf({ until }).until;
  expect(wrong("")).toMatch(/^Until when/);
  expect(wrong("2026-11-27")).toMatch(/passed/);
  expect(wrong("2026-11-28")).toBeUndefined();
  expect(wrong("2027-11-28")).toBeUndefined();
  expect(wrong("2027-11-30")).toMatch(/more than a year/);
});

test("what the desk refuses stands at the line it was sent of", () => {
  const errors = refusedEstimate(
    { "estimate.lines[1].kind": "Unknown.", "estimate.plan": "Too long.", "estimate.lines[9].text": "No." },
    [2, 5],
  );
  expect(errors).toMatchObject({ byLine: { 5: { kind: "Unknown." } }, plan: "Too long." });
  expect(Object.keys(errors.byLine)).toEqual(["5"]);
});

test("the first source that says something about a place is the one that is shown", () => {
  const first = { byLine: { 1: { text: "Mine." } }, plan: "Mine." };
  const second = { byLine: { 1: { text: "Theirs.", kind: "Theirs." } }, until: "Theirs." };
  expect(firstOf([first, second])).toEqual({
    byLine: { 1: { text: "Mine.", kind: "Theirs." } },
    lines: undefined,
    plan: "Mine.",
    until: "Theirs.",
  });
});
