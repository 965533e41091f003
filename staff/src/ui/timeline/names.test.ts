import { expect, test } from "vitest";
import type { Box } from "./boxes";
import { namesOf } from "./names";

const box = (left: number, width: number, name: string | null): Box => ({
  from: left,
  to: left + width,
  left,
  width,
  phase: "ahead",
  reason: name ? "holiday" : "open",
  name,
  countedSeconds: 0,
});
const words = (boxes: Box[], widthPx = 400) => namesOf(boxes, widthPx).map((label) => label.words);

test("each holiday is named once, also where now or the due time splits it", () => {
  expect(words([box(0, 20, null), box(20, 10, "New Year"), box(30, 10, "New Year")])).toEqual(["New Year"]);
  expect(words([box(0, 10, "New Year"), box(10, 60, null), box(70, 10, "New Year")])).toHaveLength(2);
});

test("a name stands below its day, inside the picture", () => {
  const [label] = namesOf([box(95, 5, "Boxing Day")], 400);
  expect((label?.left ?? 0) + (label?.width ?? 0)).toBeLessThanOrEqual(100);
});

test("a name without room is left out rather than written over another", () => {
  expect(words([box(40, 10, "Christmas Day"), box(50, 10, "Boxing Day")], 200)).toEqual(["Christmas Day"]);
});
