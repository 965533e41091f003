import { expect, test } from "vitest";
import { ServerClock } from "./serverClock";
import { dayInWords, daysBetween, exactMoment, instantOf, momentInWords, nextMoment, wallTime } from "./zone";

const newYork = "America/New_York";
const iso = (instant: number) => new Date(instant).toISOString();

test.each([
  ["an ordinary winter day", "2026-01-15T09:00", newYork, "2026-01-15T14:00:00.000Z"],
  ["an ordinary summer day", "2026-07-15T09:00", newYork, "2026-07-15T13:00:00.000Z"],
  [
    "the hour that spring leaves out becomes the jump",
    "2026-03-08T02:30",
    newYork,
    "2026-03-08T07:00:00.000Z",
  ],
  ["the hour that autumn repeats is the first pass", "2026-11-01T01:30", newYork, "2026-11-01T05:30:00.000Z"],
  ["half an hour's jump", "2026-10-04T02:10", "Australia/Lord_Howe", "2026-10-03T15:30:00.000Z"],
  ["a zone with odd minutes", "2026-05-05T10:00", "Asia/Kathmandu", "2026-05-05T04:15:00.000Z"],
])("%s", (_, wall, zone, instant) => expect(iso(instantOf(wall, zone))).toBe(instant));

test("what is no time is no instant", () => expect(instantOf("", newYork)).toBeNaN());

test("wall time is what a clock there shows", () => {
  expect(wallTime(Date.parse("2026-03-10T21:00:00Z"), newYork)).toBe("2026-03-10T17:00");
  expect(wallTime(Date.parse("2026-03-10T04:00:00Z"), newYork)).toBe("2026-03-10T00:00");
});

test("days are the desk's, not the reader's", () => {
  const lateEvening = Date.parse("2026-03-11T03:30:00Z");
  expect(daysBetween(lateEvening, Date.parse("2026-03-11T12:00:00Z"), newYork)).toBe(1);
  expect(dayInWords(lateEvening, lateEvening, newYork)).toBe("today");
});

test.each([
  ["2026-03-10T21:00:00Z", "today 17:00"],
  ["2026-03-11T14:00:00Z", "tomorrow 10:00"],
  ["2026-03-09T14:00:00Z", "yesterday 10:00"],
  ["2026-03-13T14:00:00Z", "Fri 10:00"],
  ["2026-03-27T14:00:00Z", "27 Mar 10:00"],
  ["2025-12-01T15:00:00Z", "1 Dec 2025 10:00"],
])("%s reads %s", (instant, words) => {
  expect(momentInWords(Date.parse(instant), Date.parse("2026-03-10T15:00:00Z"), newYork)).toBe(words);
});

test("the next opening is named by its time, and by its day once that is not the next", () => {
  const evening = Date.parse("2026-03-13T22:00:00Z");
  expect(nextMoment(Date.parse("2026-03-14T12:00:00Z"), evening, newYork)).toBe("08:00");
  expect(nextMoment(Date.parse("2026-03-16T12:00:00Z"), evening, newYork)).toBe("Mon 08:00");
});

test("the exact moment names day, time and zone", () => {
  expect(exactMoment(Date.parse("2026-03-10T21:00:00Z"), newYork)).toBe("Tuesday 10 March 2026, 17:00 EDT");
});

test("the desk's clock corrects a computer that is minutes off, and ignores rounding", () => {
  const clock = new ServerClock();
  clock.observe(1_000_000, 700_000);
  expect(clock.at(700_500)).toBe(1_000_500);
  clock.observe(1_001_000, 702_900);
  expect(clock.at(702_900)).toBe(1_002_900);
});
