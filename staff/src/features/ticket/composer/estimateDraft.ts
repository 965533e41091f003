import type { EstimateLine, NewEstimate } from "@/client/types";
import { addDays, dateAt, isDate } from "@/time/dates";
import { readDuration } from "@/time/duration";
import { instantOf, instantText } from "@/time/zone";

/** An estimate as it is typed, to go out with the reply. */
export type EstimateDraft = {
  /** It goes with the reply; what is typed stays when it does not. */
  set: boolean;
  lines: LineDraft[];
  plan: string;
  /** The last date on which it can be approved; null is the usual one. */
  until: string | null;
};

export type EstimateChange = (part: Partial<EstimateDraft>) => void;

export type LineDraft = {
  /** Among the lines of this draft. */
  id: number;
  text: string;
  kind: string;
  time: string;
};

const emptyLine: LineDraft = { id: 1, text: "", kind: "", time: "" };
export const emptyEstimate: EstimateDraft = { set: false, lines: [emptyLine], plan: "", until: null };

export const mostLines = 50;
export const mostMinutes = 60_000;
const usualDays = 14;
export const mostDays = 366;

export const withLine = (lines: LineDraft[]): LineDraft[] => [
  ...lines,
  { ...emptyLine, id: Math.max(0, ...lines.map(({ id }) => id)) + 1 },
];

const isBlank = ({ text, kind, time }: LineDraft) => !`${text}${kind}${time}`.trim();

export const hasWords = ({ lines, plan, until }: EstimateDraft): boolean =>
  plan.trim() !== "" || until !== null || lines.some((line) => !isBlank(line));

/** The lines that are meant: an empty one below the others is none. */
export function meantLines({ lines }: EstimateDraft): LineDraft[] {
  const meant = lines.filter((line) => !isBlank(line));
  return meant.length > 0 ? meant : lines.slice(0, 1);
}

/** The minutes of a line that could be estimated; null while they are not clear. */
export function minutesOf({ time }: LineDraft): number | null {
  const minutes = readDuration(time);
  return minutes !== null && minutes >= 1 && minutes <= mostMinutes ? minutes : null;
}

/** What has a price already: the lines with a time. Words cost nothing. */
export function pricedLines({ lines }: EstimateDraft): { ids: number[]; lines: EstimateLine[] } {
  const timed = lines.filter((line) => minutesOf(line) !== null);
  return {
    ids: timed.map(({ id }) => id),
    lines: timed.map((line) => ({ text: "", kind: line.kind, minutes: minutesOf(line) ?? 0 })),
  };
}

export const untilOf = ({ until }: EstimateDraft, now: number, zone: string): string =>
  until ?? addDays(dateAt(now, zone), usualDays);

/** The last minute of the date: who reads it on the day before means that day, too. */
export const expiryOf = (date: string, zone: string): number => instantOf(`${date}T23:59`, zone);

/** As the desk takes it; only of a draft without errors. */
export function estimateOf(draft: EstimateDraft, now: number, zone: string): NewEstimate {
  return {
    lines: meantLines(draft).map((line) => ({
      text: line.text.trim(),
      kind: line.kind,
      minutes: minutesOf(line) ?? 0,
    })),
    plan: draft.plan.trim(),
    expires_at: instantText(expiryOf(untilOf(draft, now, zone), zone)),
  };
}

/** Read back from the browser's memory, whoever wrote it there. */
export function readEstimate(raw: unknown): EstimateDraft {
  if (typeof raw !== "object" || raw === null) return emptyEstimate;
  const { set, lines, plan, until } = raw as Partial<Record<keyof EstimateDraft, unknown>>;
  const read = Array.isArray(lines) ? lines.slice(0, mostLines).map(readLine) : [];
  return {
    set: set === true,
    lines: read.length > 0 ? read : emptyEstimate.lines,
    plan: textOf(plan),
    until: typeof until === "string" && isDate(until) ? until : null,
  };
}

const textOf = (raw: unknown) => (typeof raw === "string" ? raw : "");

function readLine(raw: unknown, index: number): LineDraft {
  const { text, kind, time } = (raw ?? {}) as Partial<Record<keyof LineDraft, unknown>>;
  return { id: index + 1, text: textOf(text), kind: textOf(kind), time: textOf(time) };
}
