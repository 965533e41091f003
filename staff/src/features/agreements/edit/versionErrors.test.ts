import { expect, test } from "vitest";
import { firstVersion, versionDrafts, withKind, withTopUp } from "./versionDraft";
import { agreementPlaces, misread, missing } from "./versionErrors";

const [whole] = versionDrafts([{ from: "2026-09-01", currency: "USD", rate: "130.00" }]);
if (!whole) throw new Error("no draft");

test("a version with its date, currency and rate lacks nothing", () => {
  expect(missing([whole])).toEqual({});
  expect(misread([whole])).toEqual({});
});

test("what is missing is said at its field", () => {
  const [first] = firstVersion("2026-11-28");
  if (!first) throw new Error("no draft");
  const more = {
    ...whole,
    from: "",
    every: "month" as const,
    overage: "time" as const,
    creditMost: "5h",
    kinds: withKind([]),
    topUps: withTopUp([], ""),
  };
  expect(Object.keys(missing([first, more]))).toEqual([
    "versions[0].currency",
    "versions[0].rate",
    "versions[1].from",
    "versions[1].allowance.time",
    "versions[1].overage",
    "versions[1].credit.time",
    "versions[1].kinds[0].name",
    "versions[1].kinds[0].rate",
    "versions[1].top_ups[0].on",
    "versions[1].top_ups[0].time",
  ]);
});

test("what is no number is said, but not where nothing is asked for", () => {
  const wrong = { ...whole, rollover: "periods" as const, periods: "some", outside: "1.5", warnAt: "0, 100" };
  expect(Object.keys(misread([{ ...wrong, every: "month" }]))).toEqual([
    "versions[0].allowance.rollover",
    "versions[0].outside_hours_percent",
    "versions[0].warn_at",
  ]);
  expect(misread([{ ...wrong, every: "block" }])).not.toHaveProperty("versions[0].allowance.rollover");
});

test("every version has its places", () =>
  expect(agreementPlaces([whole, whole])).toContain("versions[1].credit.most"));
