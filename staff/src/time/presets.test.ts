import { expect, test } from "vitest";
import { nextUpdatePresets } from "./presets";

const zone = "America/New_York";
const instant = (text: string) => Date.parse(text);
const maybe = (text: string | null) => (text === null ? null : instant(text));
const labels = (now: string, until: string | null, opens: string | null) =>
  nextUpdatePresets(instant(now), zone, maybe(until), maybe(opens)).map(({ label }) => label);

test("during a working day", () => {
  expect(labels("2026-03-10T15:07:00Z", "2026-03-10T21:00:00Z", null)).toEqual([
    "in 1 h",
    "in 2 h",
    "today 17:00",
    "tomorrow 10:00",
  ]);
});

test("promised times fall on a quarter of an hour", () => {
  const [first] = nextUpdatePresets(
    instant("2026-03-10T15:07:00Z"),
    zone,
    instant("2026-03-10T21:00:00Z"),
    null,
  );
  expect(new Date(first?.at ?? 0).toISOString()).toBe("2026-03-10T16:15:00.000Z");
});

test("shortly before closing, closing is no promise any more", () => {
  expect(labels("2026-03-10T20:30:00Z", "2026-03-10T21:00:00Z", null)).not.toContain("today 17:00");
});

test("on Friday the next morning is Monday's", () => {
  expect(labels("2026-03-13T15:00:00Z", "2026-03-13T21:00:00Z", null)).toContain("Mon 10:00");
});

test("while closed everything counts from the opening", () => {
  expect(labels("2026-03-11T02:00:00Z", null, "2026-03-11T12:00:00Z")).toEqual([
    "tomorrow 09:00",
    "tomorrow 10:00",
    "tomorrow 12:00",
  ]);
});
