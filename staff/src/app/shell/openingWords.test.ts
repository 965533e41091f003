import { expect, test } from "vitest";
import type { DeskStatus } from "@/client/types";
import { openingWords } from "./openingWords";

const words = (now: string, open: boolean, until: string | null) =>
  openingWords({ time_zone: "America/New_York", open, until } as DeskStatus, Date.parse(now));

test("while it is today the time is enough", () => {
  expect(words("2026-03-10T15:00:00Z", true, "2026-03-10T21:00:00Z")).toBe("Open until 17:00");
  expect(words("2026-03-10T10:00:00Z", false, "2026-03-10T12:00:00Z")).toBe("Closed until 08:00");
});

test("an opening on another day is told with its day, however near", () => {
  expect(words("2026-03-11T01:00:00Z", false, "2026-03-11T12:00:00Z")).toBe("Closed until tomorrow 08:00");
  expect(words("2026-03-13T22:00:00Z", false, "2026-03-16T12:00:00Z")).toBe("Closed until Mon 08:00");
  expect(words("2026-12-23T22:00:00Z", false, "2027-01-04T13:00:00Z")).toBe("Closed until 4 Jan 2027 08:00");
  expect(words("2026-03-11T01:00:00Z", true, "2026-03-11T10:00:00Z")).toBe("Open until tomorrow 06:00");
});

test("today is the desk's, not the reader's", () => {
  // Already the 11th in London, still the 10th in New York.
  expect(words("2026-03-11T01:00:00Z", true, "2026-03-11T03:00:00Z")).toBe("Open until 23:00");
});

test("nothing known of a change is no promise of one", () => {
  expect(words("2026-03-10T15:00:00Z", true, null)).toBe("Open");
  expect(words("2026-03-10T15:00:00Z", false, null)).toBe("Closed");
});
