import { expect, test } from "vitest";
import type { Agreement, Balance } from "@/client/types";
import { balanceLine, byUrgency } from "./balanceWords";

const today = "2026-11-27";
const full: Balance = {
  usable: 600,
  left: 450,
  percent_used: 25,
  next_lost: "2026-12-01",
  lost_then: 120,
  held: 0,
  low: false,
};
const terms = [{ label: "allowance", value: "10h each month" }];

function agreement(over: Partial<Balance> | null, labels = terms, name = "Alder"): Agreement {
  const in_force = {
    from: "2026-09-01",
    until: null,
    in_force: true,
    currency: "USD",
    kinds: [],
    terms: labels,
  };
  return over === null
    ? { client: { id: 1, name }, in_force: null, balance: null }
    : { client: { id: 1, name }, in_force, balance: { ...full, ...over } };
}

test("what is left, and what is lost when", () =>
  expect(balanceLine(agreement({}), today)).toEqual({
    tone: "quiet",
    left: "7 h 30 min of 10 h left",
    more: ["2 h are lost on 1 December"],
    used: 25,
  }));

test("all of it, a single hour and another year have their own words", () => {
  expect(balanceLine(agreement({ lost_then: 450 }), today).more).toEqual(["all of it is lost on 1 December"]);
  const single = agreement({ lost_then: 60, next_lost: "2027-01-01" });
  expect(balanceLine(single, today).more).toEqual(["1 h is lost on 1 January 2027"]);
});

test("low and gone are told apart, and what is held is named", () => {
  expect(balanceLine(agreement({ left: 60, percent_used: 90, low: true }), today).tone).toBe("low");
  const gone = agreement({ left: 0, percent_used: 100, next_lost: null, lost_then: 0, held: 80, low: true });
  expect(balanceLine(gone, today)).toEqual({
    tone: "gone",
    left: "Nothing of 10 h is left",
    more: ["1 h 20 min are held until somebody approves"],
    used: 100,
  });
});

test("without an allowance nothing can be low", () => {
  const hourly = agreement({ usable: 0, left: 0, percent_used: 100, next_lost: null, lost_then: 0 }, []);
  expect(balanceLine(hourly, today)).toMatchObject({ tone: "none", left: "No allowance is agreed." });
  expect(balanceLine(agreement(null), today).left).toBe("No agreement is in force.");
});

test("the lowest comes first, who has nothing agreed last", () => {
  const items = [
    agreement(null, terms, "None"),
    agreement({ usable: 0, left: 0 }, [], "Hourly"),
    agreement({ left: 450 }, terms, "Much"),
    agreement({ left: 0 }, terms, "Gone"),
    agreement({ left: 60 }, terms, "Low"),
  ];
  expect(byUrgency(items).map(({ client }) => client.name)).toEqual([
    "Gone",
    "Low",
    "Much",
    "Hourly",
    "None",
  ]);
});
