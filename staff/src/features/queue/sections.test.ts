import { expect, test } from "vitest";
import type { NextDue, TicketSummary } from "@/client/types";
import { sectionOf } from "./sections";

const now = Date.parse("2026-03-10T15:00:00Z");
const section = (due: Partial<NextDue> | null) => {
  const running: NextDue = {
    clock: "first_reply",
    state: "running",
    due: null,
    remaining_seconds: 600,
    target_seconds: 3600,
    counting: true,
    changes_at: null,
  };
  const ticket = { next_due: due && { ...running, ...due } } as TicketSummary;
  return sectionOf(ticket, now, now, "America/New_York");
};

test.each([
  ["2026-03-10T14:59:00Z", "Late"],
  ["2026-03-10T15:30:00Z", "Within the hour"],
  ["2026-03-10T16:00:00Z", "Within the hour"],
  ["2026-03-10T21:00:00Z", "Today"],
  ["2026-03-11T03:30:00Z", "Today"],
  ["2026-03-11T14:00:00Z", "Tomorrow"],
  ["2026-03-13T14:00:00Z", "Later"],
])("due %s stands under %s", (due, heading) => expect(section({ due })).toBe(heading));

test("what is paused does not count, what has no promise is not due", () => {
  expect(section({ state: "paused", counting: false })).toBe("Not counting");
  expect(section(null)).toBe("Nothing due");
});
