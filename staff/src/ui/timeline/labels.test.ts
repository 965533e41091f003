import { expect, test } from "vitest";
import { labelWidth, placeLabels } from "./labels";

test("a label stands in the middle above its instant", () => {
  expect(placeLabels([{ at: 50, width: 20 }])).toEqual([{ left: 40, row: 0 }]);
});

test("at the edges it moves inside", () => {
  expect(placeLabels([{ at: 1, width: 20 }])).toEqual([{ left: 0, row: 0 }]);
  expect(placeLabels([{ at: 100, width: 20 }])).toEqual([{ left: 80, row: 0 }]);
});

test("where two would overlap the second has its own row", () => {
  const close = [
    { at: 50, width: 20 },
    { at: 55, width: 20 },
    { at: 80, width: 20 },
  ];
  expect(placeLabels(close).map(({ row }) => row)).toEqual([0, 1, 0]);
});

test("a label longer than the whole is as wide as the whole", () => {
  expect(labelWidth("Birthday of a very important person", 100)).toBe(100);
  expect(placeLabels([{ at: 70, width: 100 }])).toEqual([{ left: 0, row: 0 }]);
});
