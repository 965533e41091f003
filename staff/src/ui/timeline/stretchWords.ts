import { elapsed, hoursAndMinutes } from "@/time/words";
import { dateInShort, daysBetween, momentInWords, timeOfDay } from "@/time/zone";
import type { Box, Span } from "./boxes";

/** "Tue 10 Mar 09:00–17:00", with both days where they differ. */
export function spanInWords(from: number, to: number, zone: string): string {
  const [begins, ends] = [dateInShort(from, zone), dateInShort(to, zone)];
  const opens = `${begins} ${timeOfDay(from, zone)}`;
  if (begins === ends) return `${opens}–${timeOfDay(to, zone)}`;
  return `${opens} – ${ends} ${timeOfDay(to, zone)}`;
}

const counted: Record<Box["phase"], string> = {
  past: "counted",
  ahead: "still to come",
  late: "counted, beyond the due time",
  spare: "not needed",
};
const uncounted: Record<Box["phase"], string> = {
  past: "did not count",
  ahead: "will not count",
  late: "did not count",
  spare: "not needed",
};

const reasons: Record<Exclude<Box["reason"], "open" | "mixed">, string> = {
  closed: "closed",
  holiday: "holiday",
  exception: "closed as an exception",
  waiting_on_client: "waiting on the client",
  resolved: "resolved",
  before_submission: "before the request",
};

/** Why a piece of time counts or does not: "counted", "holiday (Labour Day), did not count". */
export function reasonInWords({ reason, phase, name, countedSeconds }: Box): string {
  if (reason === "open") return counted[phase];
  if (reason === "mixed") return `${hoursAndMinutes(countedSeconds)} of it ${counted[phase]}`;
  const words = name ? `${reasons[reason]} (${name})` : reasons[reason];
  return `${words}, ${uncounted[phase]}`;
}

/** "Tue 10 Mar 09:00–17:00, 8 h: counted" */
export function boxInWords(box: Box, zone: string): string {
  const length = elapsed((box.to - box.from) / 1000);
  return `${spanInWords(box.from, box.to, zone)}, ${length}: ${reasonInWords(box)}`;
}

/** "17:00" on a bar within one day, "Wed 17:00" on one over several, "4 Dec 17:00" where a weekday says too little. */
export function momentOfSpan(at: number, { from, to }: Span, now: number, zone: string): string {
  const day = dateInShort(at, zone);
  const alone = dateInShort(from, zone) === day && dateInShort(to, zone) === day;
  if (alone) return timeOfDay(at, zone);
  if (Math.abs(daysBetween(now, at, zone)) > 6) return momentInWords(at, now, zone);
  return `${day.slice(0, 3)} ${timeOfDay(at, zone)}`;
}
