import { expect, test } from "vitest";
import type { TimeEntry } from "@/client/types";
import { entryMarks, timesInWords } from "./entryWords";

const entry = (over: Partial<TimeEntry>): TimeEntry =>
  ({
    date: "2026-11-26",
    from: null,
    to: null,
    minutes: 90,
    outside_minutes: 0,
    kind: "",
    courtesy: false,
    counts_on: null,
    ...over,
  }) as TimeEntry;

test("an ordinary entry needs no words", () => expect(entryMarks(entry({}))).toEqual([]));

test("what is special is said", () => {
  expect(entryMarks(entry({ kind: "design", courtesy: true, outside_minutes: 90 }))).toEqual([
    "design",
    "given away",
    "outside business hours",
  ]);
  expect(entryMarks(entry({ outside_minutes: 20 }))).toEqual(["20 min outside business hours"]);
  expect(entryMarks(entry({ counts_on: "2026-12-01" }))).toEqual([
    "counts on 1 December, its month was settled",
  ]);
});

test("times of day are the zone's", () => {
  const times = { from: "2026-11-26T14:15:00Z", to: "2026-11-26T15:45:00Z" };
  expect(timesInWords(entry(times), "America/New_York")).toBe("09:15–10:45");
  expect(timesInWords(entry({}), "America/New_York")).toBe("");
});
