import { expect, test } from "vitest";
import { readRotaSearch, shownOf, stepped } from "./search";

test("a date shows its week or its month, and without one today does", () => {
  expect(shownOf({ from: "2026-12-02" }, "2026-03-10")).toEqual({
    from: "2026-11-30",
    days: 7,
    title: "30 Nov–6 Dec 2026",
  });
  expect(shownOf({}, "2026-03-10").title).toBe("9–15 Mar 2026");
  expect(shownOf({ span: "month" }, "2026-02-10")).toEqual({
    from: "2026-02-01",
    days: 28,
    title: "February 2026",
  });
});

test("one goes by weeks or by months", () => {
  expect(stepped({}, "2026-03-10", -1)).toEqual({ from: "2026-03-02", span: undefined });
  expect(stepped({ from: "2026-12-15", span: "month" }, "2026-03-10", 1)).toEqual({
    from: "2027-01-01",
    span: "month",
  });
});

test("an address with anything else in it shows today", () => {
  expect(readRotaSearch({ from: "2026-02-31", span: "year" })).toEqual({ from: undefined, span: undefined });
});
