import { isDate } from "@/time/dates";
import { readDuration } from "@/time/duration";
import {
  type EstimateDraft,
  expiryOf,
  type LineDraft,
  meantLines,
  minutesOf,
  mostDays,
  untilOf,
} from "./estimateDraft";

export type LineErrors = { text?: string; kind?: string; minutes?: string };

/** What is wrong with an estimate, where it was typed. */
export type EstimateErrors = {
  /** By the line's id. */
  byLine: Record<number, LineErrors>;
  lines?: string;
  plan?: string;
  until?: string;
};

/** Where the form shows what the desk refuses; anything else is said below it. */
export const estimatePlaces = ["estimate.lines", "estimate.plan", "estimate.expires_at"];

const dayMs = 86_400_000;

/** What keeps it from being sent, before the desk is asked. */
export function estimateErrors(draft: EstimateDraft, now: number, zone: string): EstimateErrors {
  const errors: EstimateErrors = { byLine: {} };
  for (const line of meantLines(draft)) {
    const wrong = lineErrors(line);
    if (Object.keys(wrong).length > 0) errors.byLine[line.id] = wrong;
  }
  if (!draft.plan.trim()) errors.plan = "Tell the client in words what you plan.";
  const until = untilOf(draft, now, zone);
  const expires = expiryOf(until, zone);
  if (!isDate(until)) errors.until = "Until when can it be approved?";
  else if (expires <= now) errors.until = "This date has passed; leave the client time to decide.";
  else if (expires > now + mostDays * dayMs)
    errors.until = "This is more than a year ahead; choose an earlier date.";
  return errors;
}

function lineErrors(line: LineDraft): LineErrors {
  const errors: LineErrors = {};
  if (!line.text.trim()) errors.text = "Say what is to be done.";
  if (readDuration(line.time) === null) errors.minutes = "How long? Write 2h30, 150m or 2:30.";
  else if (minutesOf(line) === null) errors.minutes = "Write between a minute and 1,000 hours.";
  return errors;
}

export const isRight = ({ byLine, ...rest }: EstimateErrors): boolean =>
  Object.keys(byLine).length === 0 && Object.values(rest).every((error) => !error);

const ofLine = /^estimate\.lines\[(\d+)\]\.(text|kind|minutes)$/;

/** What the desk refuses by the contract's names. `ids`: of the lines it was sent, in their order. */
export function refusedEstimate(fields: Record<string, string>, ids: number[]): EstimateErrors {
  const errors: EstimateErrors = {
    byLine: {},
    lines: fields["estimate.lines"],
    plan: fields["estimate.plan"],
    until: fields["estimate.expires_at"],
  };
  for (const [field, detail] of Object.entries(fields)) {
    const [, index, name] = ofLine.exec(field) ?? [];
    const id = ids[Number(index)];
    if (id !== undefined && name) errors.byLine[id] = { ...errors.byLine[id], [name]: detail };
  }
  return errors;
}

/** Of several sources the first that says something about a place. */
export function firstOf(all: EstimateErrors[]): EstimateErrors {
  const merged: EstimateErrors = { byLine: {} };
  for (const { byLine, lines, plan, until } of all) {
    merged.lines ??= lines;
    merged.plan ??= plan;
    merged.until ??= until;
    for (const [id, wrong] of Object.entries(byLine))
      merged.byLine[Number(id)] = { ...wrong, ...merged.byLine[Number(id)] };
  }
  return merged;
}
