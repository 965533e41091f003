import type { Fields } from "@/features/rota/forms/fields";
import { isDate } from "@/time/dates";
import { percentsIn, type VersionDraft } from "./versionDraft";

const asked = {
  date: "On which date?",
  time: "How long? Write 20h, 90m or 1h30.",
  amount: "How much? Write it like 125.00.",
};

/** What has to be filled in before the desk can be asked, by the field's name in the contract. */
export function missing(drafts: VersionDraft[]): Fields {
  const fields: Fields = {};
  const empty = (field: string, typed: string, words: string) => {
    if (typed.trim() === "") fields[field] = words;
  };
  drafts.forEach((draft, index) => {
    const at = `versions[${index}]`;
    if (!isDate(draft.from)) fields[`${at}.from`] = "From which date on?";
    empty(`${at}.currency`, draft.currency, "In which currency? Write it like EUR or USD.");
    empty(`${at}.rate`, draft.rate, asked.amount);
    if (draft.every !== "none") empty(`${at}.allowance.time`, draft.time, asked.time);
    if (draft.overage === "time") empty(`${at}.overage`, draft.overageTime, asked.time);
    if (draft.creditMost.trim() !== "") empty(`${at}.credit.time`, draft.creditTime, asked.time);
    draft.kinds.forEach(({ name, rate }, place) => {
      empty(`${at}.kinds[${place}].name`, name, "What is this work called?");
      empty(`${at}.kinds[${place}].rate`, rate, asked.amount);
    });
    draft.topUps.forEach(({ on, time }, place) => {
      if (!isDate(on)) fields[`${at}.top_ups[${place}].on`] = asked.date;
      empty(`${at}.top_ups[${place}].time`, time, asked.time);
    });
  });
  return fields;
}

const isWhole = (typed: string, least: number, most: number) =>
  /^\s*\d{1,9}\s*$/.test(typed) && Number(typed) >= least && Number(typed) <= most;

/** What stands where a number has to, and is none. */
export function misread(drafts: VersionDraft[]): Fields {
  const fields: Fields = {};
  drafts.forEach(({ every, rollover, periods, outside, warnAt }, index) => {
    const at = `versions[${index}]`;
    const rolls = every !== "none" && every !== "block" && rollover === "periods";
    if (rolls && !isWhole(periods, 0, 120))
      fields[`${at}.allowance.rollover`] = "For how many periods? Write a number up to 120.";
    if (outside.trim() !== "" && !isWhole(outside, 0, 1000))
      fields[`${at}.outside_hours_percent`] = "Write a whole number of percent, up to 1000.";
    if (percentsIn(warnAt).some((percent) => !isWhole(String(percent), 1, 100)))
      fields[`${at}.warn_at`] = "Write percentages from 1 to 100, such as 75, 100.";
  });
  return fields;
}

const keys = [
  "from",
  "until",
  "policy",
  "currency",
  "rate",
  "allowance.time",
  "allowance.every",
  "allowance.rollover",
  "tiers",
  "kinds",
  "rounding.minimum",
  "rounding.increment",
  "outside_hours_percent",
  "overage",
  "fee",
  "credit.time",
  "credit.most",
  "credit.of",
  "top_ups",
  "warn_at",
];

/** Where the form shows what the desk refuses; anything else is said below it. */
export const agreementPlaces = (drafts: VersionDraft[]): string[] =>
  drafts.flatMap((_, index) => keys.map((key) => `versions[${index}].${key}`));
