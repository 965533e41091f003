import { expect, test } from "vitest";
import { at, gap, newYork, once } from "../world";
import { endangersInWords, timesInWords, totalInWords } from "./gapWords";

test("whom a gap endangers is named, and those who are not are counted", () => {
  expect(endangersInWords(gap({}))).toBe("endangers Brightwater Outfitters");
  expect(endangersInWords(gap({ endangers_more: 31 }))).toBe("endangers Brightwater Outfitters and 31 more");
  expect(endangersInWords(gap({ endangers: [] }))).toBe("");
});

test("a gap that comes back says how often, over a change of the clocks too", () => {
  expect(timesInWords(once(gap({})), newYork)).toBe("");
  const weekly = { first: gap({}), times: 18, last: at("2027-03-29T08:00") };
  expect(timesInWords(weekly, newYork)).toBe("every week until Mon 29 Mar 2027");
  expect(timesInWords({ ...weekly, times: 3 }, newYork)).toBe("3 times until Mon 29 Mar 2027");
  const two = { first: gap({}), times: 2, last: at("2026-12-07T08:00") };
  expect(timesInWords(two, newYork)).toBe("every week until Mon 7 Dec");
});

test("gaps are counted with their time", () => {
  expect(totalInWords(1, 540)).toBe("1 gap, 9 h");
  expect(totalInWords(3, 1620)).toBe("3 gaps, 27 h");
});
