import { expect, test } from "vitest";
import { ofConversation } from "./ofConversation";

test("changed hours are of the conversation where they moved something", () => {
  const moved = [{ clock: "first_reply" as const, before: null, after: "2026-03-10T17:00:00Z" }];
  expect(ofConversation({ type: "rejudged", moved })).toBe(true);
  expect(ofConversation({ type: "rejudged", moved: [] })).toBe(false);
  expect(ofConversation({ type: "rejudged" })).toBe(false);
  expect(ofConversation({ type: "breached" })).toBe(true);
});
