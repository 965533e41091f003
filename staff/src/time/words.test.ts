import { expect, test } from "vitest";
import { ago, countdown, elapsed, hoursAndMinutes, targetInWords } from "./words";

test.each([
  [4 * 3600 + 12 * 60 + 59, "4 h 12 m"],
  [3600, "1 h"],
  [42 * 60, "42 m"],
  [600, "10 m"],
  [599, "9:59"],
  [61, "1:01"],
  [5, "0:05"],
  [0, "0:00"],
  [26 * 3600 + 600, "26 h 10 m"],
])("%i seconds left read %s", (seconds, words) => expect(countdown(seconds)).toBe(words));

test.each([
  [40, "40 s"],
  [720, "12 m"],
  [11_100, "3 h 5 m"],
  [187_200, "2 d 4 h"],
  [9 * 86_400 + 7200, "9 d"],
])("%i seconds late read %s", (seconds, words) => expect(elapsed(seconds)).toBe(words));

test("business time never becomes days", () => expect(hoursAndMinutes(30 * 3600)).toBe("30 h"));

test.each([
  [-3, "now"],
  [59, "now"],
  [60, "1 m ago"],
  [7199, "1 h ago"],
  [3 * 86_400, "3 d ago"],
])("%i seconds ago read %s", (seconds, words) => expect(ago(seconds)).toBe(words));

test.each([
  ["30m", "30 minutes"],
  ["1h", "1 hour"],
  ["1bd", "1 business day"],
  ["2bd", "2 business days"],
  ["eod", "eod"],
  [null, "best effort"],
])("the target %s reads %s", (target, words) => expect(targetInWords(target)).toBe(words));
