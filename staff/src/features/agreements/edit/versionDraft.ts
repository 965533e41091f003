import type { WrittenVersion } from "@/client/types";
import { isDate, monthAfter } from "@/time/dates";
import { readDuration } from "@/time/duration";

type Every = NonNullable<WrittenVersion["allowance"]>["every"];
export type PromiseName = NonNullable<NonNullable<WrittenVersion["credit"]>["of"]>[number];

export type KindDraft = { id: number; name: string; rate: string; covered: boolean };
export type TopUpDraft = { id: number; on: string; time: string; until: string };

/** A version of an agreement as it is typed. */
export type VersionDraft = {
  /** Among the versions of this form. */
  id: number;
  from: string;
  until: string;
  /** Empty is the client's own. */
  policy: string;
  currency: string;
  rate: string;
  /** Work that no kind names is covered by the allowance. */
  covered: boolean;
  every: Every | "none";
  time: string;
  rollover: "none" | "periods" | "unlimited";
  periods: string;
  kinds: KindDraft[];
  tiers: number[];
  minimum: string;
  increment: string;
  outside: string;
  overage: "nothing" | "time" | "unlimited";
  overageTime: string;
  fee: string;
  creditTime: string;
  creditMost: string;
  creditOf: PromiseName[];
  topUps: TopUpDraft[];
  warnAt: string;
};

export const allTiers = [1, 2, 3, 4];
export const allPromises: PromiseName[] = ["first_reply", "next_reply", "resolution"];
const usualWarnings = [75, 100];

const nextId = (list: { id: number }[]) => Math.max(0, ...list.map(({ id }) => id)) + 1;

export const withKind = (kinds: KindDraft[]): KindDraft[] => [
  ...kinds,
  { id: nextId(kinds), name: "", rate: "", covered: true },
];

export const withTopUp = (topUps: TopUpDraft[], on: string): TopUpDraft[] => [
  ...topUps,
  { id: nextId(topUps), on, time: "", until: "" },
];

/** "1 h 30" as the desk's file has it, "1h30m"; what cannot be read stays as it is typed. */
export function timeWritten(typed: string): string {
  const minutes = readDuration(typed);
  if (minutes === null) return typed.trim();
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${hours > 0 ? `${hours}h` : ""}${rest > 0 || hours === 0 ? `${rest}m` : ""}`;
}

/** "75, 100" and "75 % 100 %" as numbers; NaN for what is none. */
export const percentsIn = (typed: string): number[] =>
  typed
    .split(/[\s,;%]+/)
    .filter(Boolean)
    .map(Number);

function rolloverOf(rollover: number | "unlimited" | undefined): Pick<VersionDraft, "rollover" | "periods"> {
  if (rollover === "unlimited") return { rollover, periods: "" };
  return rollover ? { rollover: "periods", periods: String(rollover) } : { rollover: "none", periods: "" };
}

function overageOf(overage: string | undefined): Pick<VersionDraft, "overage" | "overageTime"> {
  if (overage === "unlimited") return { overage, overageTime: "" };
  return overage ? { overage: "time", overageTime: overage } : { overage: "nothing", overageTime: "" };
}

export function versionDraft(version: WrittenVersion, id: number): VersionDraft {
  const { allowance, rounding, credit, top_ups = [], kinds = [] } = version;
  const warnAt = version.warn_at ?? (allowance || top_ups.length > 0 ? usualWarnings : []);
  return {
    id,
    from: version.from,
    until: version.until ?? "",
    policy: version.policy ?? "",
    currency: version.currency,
    rate: version.rate,
    covered: version.covered ?? true,
    every: allowance?.every ?? "none",
    time: allowance?.time ?? "",
    ...rolloverOf(allowance?.rollover),
    kinds: kinds.map(({ name, rate, covered = true }, index) => ({ id: index + 1, name, rate, covered })),
    tiers: version.tiers ?? allTiers,
    minimum: rounding?.minimum ?? "",
    increment: rounding?.increment ?? "",
    outside: version.outside_hours_percent === undefined ? "" : String(version.outside_hours_percent),
    ...overageOf(version.overage),
    fee: version.fee ?? "",
    creditTime: credit?.time ?? "",
    creditMost: credit?.most ?? "",
    creditOf: credit?.of ?? allPromises,
    topUps: top_ups.map(({ on, time, until = "" }, index) => ({ id: index + 1, on, time, until })),
    warnAt: warnAt.join(", "),
  };
}

export const versionDrafts = (versions: WrittenVersion[]): VersionDraft[] =>
  versions.map((version, index) => versionDraft(version, index + 1));

const text = <Key extends string>(key: Key, typed: string) =>
  (typed.trim() === "" ? {} : { [key]: typed.trim() }) as { [key in Key]?: string };

const time = <Key extends string>(key: Key, typed: string) => text(key, timeWritten(typed));

function allowanceWritten({ every, time: typed, rollover, periods }: VersionDraft) {
  if (every === "none") return {};
  const allowance = { time: timeWritten(typed), every };
  if (every === "block" || rollover === "none") return { allowance };
  return { allowance: { ...allowance, rollover: rollover === "unlimited" ? rollover : Number(periods) } };
}

function creditWritten({ creditTime, creditMost, creditOf }: VersionDraft) {
  if (!`${creditTime}${creditMost}`.trim()) return {};
  const all = creditOf.length === allPromises.length;
  const of = all ? {} : { of: allPromises.filter((name) => creditOf.includes(name)) };
  return { credit: { time: timeWritten(creditTime), ...time("most", creditMost), ...of } };
}

function overageWritten({ overage, overageTime }: VersionDraft) {
  if (overage === "nothing") return {};
  return { overage: overage === "unlimited" ? overage : timeWritten(overageTime) };
}

/** As the desk takes it. Percentages are always sent: left out, they would be the usual ones. */
export function versionWritten(draft: VersionDraft): WrittenVersion {
  const { kinds, tiers, minimum, increment, outside, topUps } = draft;
  return {
    from: draft.from,
    ...text("until", draft.until),
    ...text("policy", draft.policy),
    currency: draft.currency.trim().toUpperCase(),
    ...allowanceWritten(draft),
    ...(tiers.length === allTiers.length ? {} : { tiers: allTiers.filter((tier) => tiers.includes(tier)) }),
    rate: draft.rate.trim(),
    ...(draft.covered ? {} : { covered: false }),
    ...(kinds.length > 0 && {
      kinds: kinds.map(({ name, rate, covered }) => ({
        name: name.trim(),
        rate: rate.trim(),
        ...(covered ? {} : { covered }),
      })),
    }),
    ...(`${minimum}${increment}`.trim() !== "" && {
      rounding: { ...time("minimum", minimum), ...time("increment", increment) },
    }),
    ...(outside.trim() !== "" && { outside_hours_percent: Number(outside) }),
    ...overageWritten(draft),
    ...text("fee", draft.fee),
    ...creditWritten(draft),
    ...(topUps.length > 0 && {
      top_ups: topUps.map(({ on, time: typed, until }) => ({
        on,
        time: timeWritten(typed),
        ...text("until", until),
      })),
    }),
    warn_at: percentsIn(draft.warnAt),
  };
}

export const versionsWritten = (drafts: VersionDraft[]): WrittenVersion[] => drafts.map(versionWritten);

export const firstVersion = (today: string): VersionDraft[] => [
  { ...versionDraft({ from: today, currency: "", rate: "" }, 1), warnAt: usualWarnings.join(", ") },
];

const byFrom = (a: VersionDraft, b: VersionDraft) => (a.from < b.from ? -1 : Number(a.from > b.from));

/** The same terms again from the next month on. What was bought stays with the version in which it was. */
export function withNewVersion(drafts: VersionDraft[], today: string): VersionDraft[] {
  const newest = drafts.toSorted(byFrom).at(-1);
  if (!newest) return firstVersion(today);
  const from = monthAfter(isDate(newest.from) && newest.from > today ? newest.from : today, 1);
  return [...drafts, { ...newest, id: nextId(drafts), from, until: "", topUps: [] }];
}

/** Which of the versions holds on a date. */
export function inForce(drafts: VersionDraft[], date: string): VersionDraft | null {
  const last = drafts
    .filter(({ from }) => isDate(from) && from <= date)
    .toSorted(byFrom)
    .at(-1);
  return last && (last.until === "" || date < last.until) ? last : null;
}
