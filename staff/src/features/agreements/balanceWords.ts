import type { Agreement } from "@/client/types";
import { dayAndMonth } from "@/time/dates";
import { minutesInWords } from "@/time/duration";

/** quiet: enough; low: the first threshold is reached; gone: nothing is left; none: there is nothing to use up. */
export type BalanceTone = "quiet" | "low" | "gone" | "none";

export type BalanceLine = {
  tone: BalanceTone;
  /** "7 h 30 min of 10 h left" */
  left: string;
  /** What else is to be known, a few words each. */
  more: string[];
  /** How much of what may be used is used, 0 to 100. */
  used: number;
};

const allowanceLabel = "allowance";

const are = (minutes: number) =>
  `${minutesInWords(minutes)} ${minutes === 60 || minutes === 1 ? "is" : "are"}`;

/** What is left of a client's allowance, in words that need no colour. */
export function balanceLine({ in_force, balance }: Agreement, today: string): BalanceLine {
  if (!in_force || !balance) return { tone: "none", left: "No agreement is in force.", more: [], used: 0 };
  const { usable, left, percent_used, next_lost, lost_then, held, low } = balance;
  const more: string[] = [];
  if (next_lost && lost_then > 0)
    more.push(
      lost_then === left && left > 0
        ? `all of it is lost on ${dayAndMonth(next_lost, today)}`
        : `${are(lost_then)} lost on ${dayAndMonth(next_lost, today)}`,
    );
  if (held > 0) more.push(`${are(held)} held until somebody approves`);
  if (usable === 0 && !in_force.terms.some(({ label }) => label === allowanceLabel))
    return { tone: "none", left: "No allowance is agreed.", more, used: 0 };
  if (left <= 0)
    return {
      tone: "gone",
      left: usable > 0 ? `Nothing of ${minutesInWords(usable)} is left` : "Nothing may be used today",
      more,
      used: 100,
    };
  const words = `${minutesInWords(left)} of ${minutesInWords(usable)} left`;
  return { tone: low ? "low" : "quiet", left: words, more, used: Math.min(100, Math.max(0, percent_used)) };
}

/** Lowest share left first; then who has no allowance, then who has no agreement. */
export function byUrgency(items: Agreement[]): Agreement[] {
  const rank = ({ in_force, balance }: Agreement) => {
    if (!in_force) return 300;
    if (!balance || balance.usable === 0)
      return in_force.terms.some(({ label }) => label === allowanceLabel) ? 0 : 200;
    return (balance.left / balance.usable) * 100;
  };
  return [...items].sort((a, b) => rank(a) - rank(b) || a.client.name.localeCompare(b.client.name, "en"));
}
