import { expect, test } from "vitest";
import type { Box } from "./boxes";
import { boxInWords, momentOfSpan, reasonInWords } from "./stretchWords";

const box: Box = {
  from: Date.parse("2026-03-10T13:00:00Z"),
  to: Date.parse("2026-03-10T21:00:00Z"),
  left: 0,
  width: 100,
  phase: "past",
  reason: "open",
  name: null,
  countedSeconds: 8 * 3600,
};

test("from, to, length and reason, in the wall time of the desk", () => {
  expect(boxInWords(box, "America/New_York")).toBe("Tue 10 Mar 09:00–17:00, 8 h: counted");
  const night = { ...box, to: Date.parse("2026-03-11T12:00:00Z"), reason: "closed" as const };
  expect(boxInWords(night, "America/New_York")).toBe(
    "Tue 10 Mar 09:00 – Wed 11 Mar 08:00, 23 h: closed, did not count",
  );
});

test("a holiday by its name, what is ahead as what is to come, what is merged by what counted of it", () => {
  expect(reasonInWords({ ...box, reason: "holiday", name: "Labour Day" })).toBe(
    "holiday (Labour Day), did not count",
  );
  expect(reasonInWords({ ...box, phase: "ahead" })).toBe("still to come");
  expect(reasonInWords({ ...box, reason: "waiting_on_client", phase: "ahead" })).toBe(
    "waiting on the client, will not count",
  );
  expect(reasonInWords({ ...box, phase: "spare" })).toBe("not needed");
  expect(reasonInWords({ ...box, reason: "closed", phase: "spare" })).toBe("closed, not needed");
  expect(reasonInWords({ ...box, reason: "mixed", countedSeconds: 7200 })).toBe("2 h of it counted");
});

test("a moment of the picture has its day where the picture has several, and its date where that is far", () => {
  const now = Date.parse("2026-11-26T17:00:00Z");
  const due = Date.parse("2026-12-04T16:17:00Z");
  const span = { from: now, to: due };
  expect(momentOfSpan(due, span, now, "UTC")).toBe("4 Dec 16:17");
  expect(momentOfSpan(due, span, now + 2 * 86_400_000, "UTC")).toBe("Fri 16:17");
  expect(momentOfSpan(due, span, now + 20 * 86_400_000, "UTC")).toBe("4 Dec 16:17");
  expect(momentOfSpan(due, { from: due - 3_600_000, to: due }, now, "UTC")).toBe("16:17");
});
