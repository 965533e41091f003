import { expect, test } from "vitest";
import { touchedBy, touchedByAll } from "./touched";

test("a note changes its line of the queue and no number", () => {
  expect(touchedBy("noted")).toEqual({ queue: true, counts: false, average: false, estimates: false });
});

test("an estimate, what becomes of it and a redaction change its line of the queue and the estimates, no number", () => {
  for (const type of ["estimated", "estimate_decided", "estimate_withdrawn", "redacted"]) {
    expect(touchedBy(type)).toEqual({ queue: true, counts: false, average: false, estimates: true });
  }
});

test("a reply changes what is unanswered and the average", () =>
  expect(touchedBy("replied").average).toBe(true));

test("moving between views changes their counts", () => {
  for (const type of ["triaged", "waiting", "resolved", "reopened", "marked_spam"]) {
    expect(touchedBy(type).counts).toBe(true);
  }
});

test("new hours move what is due and until when the desk is open, and no ticket to another view", () => {
  expect(touchedBy("rejudged")).toEqual({ queue: true, counts: false, average: true, estimates: false });
});

test("several changes together touch what any of them touches", () => {
  expect(touchedByAll(["noted", "triaged"])).toEqual({
    queue: true,
    counts: true,
    average: false,
    estimates: false,
  });
  expect(touchedByAll([])).toEqual({ queue: false, counts: false, average: false, estimates: false });
});

test("what we do not know yet may have changed everything", () => {
  expect(touchedBy("whatever_comes")).toEqual({ queue: true, counts: true, average: true, estimates: true });
  expect(touchedBy("merged")).toEqual({ queue: true, counts: true, average: true, estimates: false });
});
