import { expect, test } from "vitest";
import { isMonth, monthWords, readStatementSearch, stepped } from "./months";

test("months are walked across years", () => {
  expect(stepped("2026-12", 1)).toBe("2027-01");
  expect(stepped("2026-01", -1)).toBe("2025-12");
  expect(monthWords("2026-10")).toBe("October 2026");
});

test("what is no month of an address is left out", () => {
  expect(readStatementSearch({ month: "2026-10" })).toEqual({ month: "2026-10" });
  for (const month of ["2026-13", "2026-1", "October", 202610])
    expect(readStatementSearch({ month })).toEqual({ month: undefined });
  expect(isMonth("2026-00")).toBe(false);
  expect(monthWords("soon")).toBe("soon");
});
