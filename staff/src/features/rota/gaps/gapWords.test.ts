import { expect, test } from "vitest";
import { gap } from "../world";
import { endangersInWords, totalInWords } from "./gapWords";

test("whom a gap endangers is named, and those who are not are counted", () => {
  expect(endangersInWords(gap({}))).toBe("endangers Brightwater Outfitters");
  expect(endangersInWords(gap({ endangers_more: 31 }))).toBe("endangers Brightwater Outfitters and 31 more");
  expect(endangersInWords(gap({ endangers: [] }))).toBe("");
});

test("gaps are counted with their time", () => {
  expect(totalInWords(1, 540)).toBe("1 gap, 9 h");
  expect(totalInWords(3, 1620)).toBe("3 gaps, 27 h");
});
