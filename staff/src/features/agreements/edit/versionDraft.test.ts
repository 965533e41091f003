import { expect, test } from "vitest";
import type { WrittenVersion } from "@/client/types";
import {
  firstVersion,
  inForce,
  percentsIn,
  timeWritten,
  versionDrafts,
  versionsWritten,
  withNewVersion,
  withTopUp,
} from "./versionDraft";

const small: WrittenVersion = { from: "2026-09-01", currency: "USD", rate: "130.00", warn_at: [] };
const whole: WrittenVersion = {
  from: "2026-10-01",
  until: "2027-01-01",
  policy: "Gold",
  currency: "EUR",
  allowance: { time: "10h", every: "quarter", rollover: 3 },
  tiers: [1, 2],
  rate: "130.00",
  covered: false,
  kinds: [
    { name: "design", rate: "95.50" },
    { name: "training", rate: "0.00", covered: false },
  ],
  rounding: { minimum: "15m", increment: "5m" },
  outside_hours_percent: 0,
  overage: "1h30m",
  fee: "1200.00",
  credit: { time: "1h", most: "5h", of: ["first_reply", "resolution"] },
  top_ups: [
    { on: "2026-10-05", time: "2h30m" },
    { on: "2026-11-05", time: "45m", until: "2026-12-01" },
  ],
  warn_at: [50, 100],
};
const others: WrittenVersion[] = [
  { ...small, allowance: { time: "40h", every: "block" }, overage: "unlimited", tiers: [] },
  { ...small, allowance: { time: "40h", every: "year", rollover: "unlimited" }, credit: { time: "30m" } },
  { ...small, allowance: { time: "20000h", every: "month" }, rounding: { minimum: "0m", increment: "15m" } },
];

const again = (versions: WrittenVersion[]) => versionsWritten(versionDrafts(versions));
const [draft] = versionDrafts([whole]);

test("what is read is written as it was", () => {
  const all = [small, whole, ...others];
  expect(again(all)).toEqual(all);
});

test("percentages left out are the usual ones where there is something to use up, else none", () => {
  const { warn_at: _, ...bare } = small;
  const allowance = { time: "10h", every: "month" } as const;
  expect(again([bare, { ...bare, allowance }]).map(({ warn_at }) => warn_at)).toEqual([[], [75, 100]]);
});

test("time is typed as one likes, and what is none is sent for the desk to refuse", () => {
  expect(["1 h 30", "90m", "2h", "1.5h", "0", " soon "].map(timeWritten)).toEqual([
    "1h30m",
    "1h30m",
    "2h",
    "1h30m",
    "0m",
    "soon",
  ]);
  expect(percentsIn("75 %, 100%;110 x")).toEqual([75, 100, 110, Number.NaN]);
});

test("what does not apply is left out, whatever was typed there", () => {
  if (!draft) throw new Error("no draft");
  const [none] = versionsWritten([
    { ...draft, every: "none", overage: "nothing", creditTime: " ", creditMost: "" },
  ]);
  for (const key of ["allowance", "overage", "credit"]) expect(none).not.toHaveProperty(key);
  const [block] = versionsWritten([{ ...draft, every: "block" }]);
  expect(block?.allowance).toEqual({ time: "10h", every: "block" });
});

test("a new version has the newest one's terms, without its end and what was bought in it", () => {
  const made = withNewVersion(versionDrafts([whole, small]), "2026-11-28");
  expect(made.map(({ id }) => id)).toEqual([1, 2, 3]);
  const { until, top_ups, ...terms } = whole;
  expect(versionsWritten(made)[2]).toEqual({ ...terms, from: "2026-12-01" });
  expect(withNewVersion(versionDrafts([whole]), "2026-09-01")[1]?.from).toBe("2026-11-01");
  expect(withNewVersion([], "2026-11-28")).toEqual(firstVersion("2026-11-28"));
});

test("the version in force ends where the next begins, or on its own date", () => {
  const drafts = versionDrafts([whole, small]);
  const at = (date: string) => inForce(drafts, date)?.from ?? null;
  expect(["2026-08-31", "2026-09-30", "2026-10-01", "2026-12-31", "2027-01-01"].map(at)).toEqual([
    null,
    "2026-09-01",
    "2026-10-01",
    "2026-10-01",
    null,
  ]);
});

test("what is bought comes last, with a name of its own", () =>
  expect(withTopUp(draft?.topUps ?? [], "2026-11-28").at(-1)).toEqual({
    id: 3,
    on: "2026-11-28",
    time: "",
    until: "",
  }));
