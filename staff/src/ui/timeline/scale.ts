import { dateInShort, instantOf, timeOfDay, wallTime } from "@/time/zone";
import { placeIn, type Span } from "./boxes";

export type Tick = { at: number; left: number; label: string };

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

type Step = { ms: number; labelPx: number; next: (wall: string) => string; label: Labeller };
type Labeller = (at: number, zone: string) => string;

const asDate = (wall: string) => new Date(`${wall.slice(0, 16)}:00Z`);
const asWall = (date: Date) => date.toISOString().slice(0, 16);

/** The next wall time that is a whole number of steps from the epoch's Monday; all of them divide a day or are days. */
function every(ms: number) {
  const monday = Date.UTC(1970, 0, 5);
  return (wall: string) =>
    asWall(new Date(monday + (Math.floor((asDate(wall).getTime() - monday) / ms) + 1) * ms));
}

function everyMonths(months: number) {
  return (wall: string) => {
    const date = asDate(wall);
    const month = (date.getUTCFullYear() - 2000) * 12 + date.getUTCMonth();
    return asWall(new Date(Date.UTC(2000, (Math.floor(month / months) + 1) * months)));
  };
}

const weekdayAndDay: Labeller = (at, zone) => dateInShort(at, zone).replace(/ \S+$/, "");
const dayAndMonth: Labeller = (at, zone) => dateInShort(at, zone).replace(/^\S+ /, "");
const hour: Labeller = (at, zone) =>
  timeOfDay(at, zone) === "00:00" ? weekdayAndDay(at, zone) : timeOfDay(at, zone);
const month: Labeller = (at, zone) => {
  const year = wallTime(at, zone);
  return year.slice(5, 7) === "01" ? year.slice(0, 4) : dateInShort(at, zone).replace(/^.* /, "");
};

const hours = (ms: number): Step => ({ ms, labelPx: 46, next: every(ms), label: hour });
const days = (count: number, label: Labeller): Step => ({
  ms: count * dayMs,
  labelPx: 46,
  next: every(count * dayMs),
  label,
});
const months = (count: number): Step => ({
  ms: count * 30 * dayMs,
  labelPx: 38,
  next: everyMonths(count),
  label: month,
});

const steps: Step[] = [
  ...[15 * minuteMs, 30 * minuteMs, hourMs, 2 * hourMs, 3 * hourMs, 6 * hourMs].map(hours),
  days(1, weekdayAndDay),
  days(7, dayAndMonth),
  days(14, dayAndMonth),
  months(1),
  months(3),
  months(12),
  months(120),
];

/** Where days (or hours, weeks, months) begin in `zone`: as many as have room for their label on `widthPx`. */
export function ticksOf(span: Span, zone: string, widthPx: number): Tick[] {
  const length = span.to - span.from;
  const roomy = ({ ms, labelPx }: Step) => (ms / length) * widthPx >= labelPx;
  const step = steps.find(roomy) ?? (steps.at(-1) as Step);
  const labelWidth = (step.labelPx / widthPx) * 100;
  const ticks: Tick[] = [];
  let wall = step.next(wallTime(span.from, zone));
  for (let at = instantOf(wall, zone); at < span.to; at = instantOf(wall, zone)) {
    const left = placeIn(span, at);
    if (left + labelWidth > 100) break;
    ticks.push({ at, left, label: step.label(at, zone) });
    wall = step.next(wall);
  }
  // The day it begins on, where the first tick leaves room for it; an hour says less than its day.
  const [first] = ticks;
  if (first && first.left < labelWidth) {
    if (step.ms >= dayMs || !first.label.includes(":")) return ticks;
    ticks.shift();
  }
  const label = step.ms < 7 * dayMs ? weekdayAndDay : dayAndMonth;
  return [{ at: span.from, left: 0, label: label(span.from, zone) }, ...ticks];
}
