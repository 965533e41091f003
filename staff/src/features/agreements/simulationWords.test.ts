import { expect, test } from "vitest";
import type { Simulation } from "@/client/types";
import { simulationSum } from "./simulationWords";

type Part = Simulation["parts"][number];
const part = (outcome: Part["outcome"], minutes: number): Part => ({
  outcome,
  minutes,
  why: "",
  amount: null,
});
const sum = (parts: Part[], covered: number, extra: number, amount: string) =>
  simulationSum({ parts, covered, extra, amount, currency: "USD" });

test("covered work costs nothing more", () =>
  expect(sum([part("allowance", 120)], 120, 0, "0.00")).toBe("All of it is covered by the allowance."));

test("what is beyond has its price", () => {
  expect(sum([part("allowance", 120), part("charged", 60)], 120, 60, "150.00")).toBe(
    "2 h are covered, 1 h is not: 150.00 USD.",
  );
  expect(sum([part("charged", 90)], 0, 90, "1217.50")).toBe(
    "Nothing is covered of 1 h 30 min: 1,217.50 USD.",
  );
});

test("what is held is no charge yet", () => {
  expect(sum([part("held", 180)], 0, 180, "450.00")).toBe(
    "Nothing is covered of 3 h: 450.00 USD once it is approved.",
  );
  expect(sum([part("charged", 60), part("held", 120)], 0, 180, "450.00")).toBe(
    "Nothing is covered of 3 h: 450.00 USD once all of it is approved.",
  );
});
