import { expect, test } from "vitest";
import type { Estimate } from "@/client/types";
import { inForce, priceParts, standingOf, standingWords } from "./estimateWords";

const now = Date.parse("2026-11-28T15:00:00Z");
const estimate = (over: Partial<Estimate> = {}) =>
  ({
    number: 1,
    state: "pending",
    expires_at: "2026-12-12T04:59:00Z",
    decided_at: null,
    decided_by: "",
    ...over,
  }) as Estimate;
const open = { status: "open" } as const;

test("one that waits expires by itself, and ends with its ticket", () => {
  expect(standingOf(estimate(), open, now)).toBe("pending");
  expect(standingOf(estimate({ expires_at: "2026-11-28T15:00:00Z" }), open, now)).toBe("expired");
  expect(standingOf(estimate(), { status: "merged" }, now)).toBe("ended");
});

test("what was decided stays decided, whatever became of the date and the ticket", () => {
  const approved = estimate({ state: "approved", expires_at: "2026-11-01T00:00:00Z" });
  expect(standingOf(approved, { status: "spam" }, now)).toBe("approved");
});

test("it is told with who did it and the moment that matters", () => {
  const decided = { decided_at: "2026-11-28T14:00:00Z", decided_by: "Ruth Kessler" };
  expect(standingWords("pending", estimate(), undefined)).toEqual({
    words: "waits for approval until",
    at: "2026-12-12T04:59:00Z",
  });
  expect(standingWords("approved", estimate(decided), undefined)).toEqual({
    words: "approved by Ruth Kessler,",
    at: "2026-11-28T14:00:00Z",
  });
  const withdrawn = { by: { kind: "person", name: "Dale Whitcombe" }, at: "2026-11-28T14:30:00Z" } as const;
  expect(standingWords("withdrawn", estimate(), withdrawn)).toEqual({
    words: "withdrawn by Dale Whitcombe,",
    at: "2026-11-28T14:30:00Z",
  });
});

test("a price is told part by part, and only of what is beyond the allowance", () => {
  const price = { covered: 150, extra: 60, amount: "1125.00", currency: "USD" };
  expect(priceParts(price).map(({ value }) => value)).toEqual(["2 h 30 min", "1 h", "1,125.00 USD"]);
  expect(priceParts({ ...price, extra: 0, amount: "0.00" }).map(({ value }) => value)).toEqual([
    "2 h 30 min",
    "nothing",
  ]);
  expect(priceParts({ ...price, covered: 0 })[0]?.value).toBe("nothing");
});

test("approvals add up and stand beside what waits; without any the last one is told", () => {
  const of = (...states: Estimate["state"][]) =>
    inForce(states.map((state, index) => estimate({ state, number: index + 1 }))).map(({ number }) => number);
  expect(of("approved", "declined", "approved", "pending")).toEqual([1, 3, 4]);
  expect(of("superseded", "withdrawn")).toEqual([2]);
  expect(of()).toEqual([]);
});
