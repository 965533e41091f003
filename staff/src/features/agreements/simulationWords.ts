import type { Simulation } from "@/client/types";
import { minutesInWords } from "@/time/duration";
import { amountInWords } from "@/ui/amount";

export const outcomeWords: Record<Simulation["parts"][number]["outcome"], string> = {
  allowance: "from the allowance",
  charged: "charged",
  held: "held until approved",
};

/** "2 h are covered, 1 h is beyond the allowance: 150.00 USD." What is held is said to be no charge yet. */
export function simulationSum({ parts, covered, extra, amount, currency }: Simulation): string {
  if (extra === 0)
    return covered > 0 ? "All of it is covered by the allowance." : "It would count for nothing.";
  const are = (minutes: number) =>
    `${minutesInWords(minutes)} ${minutes === 60 || minutes === 1 ? "is" : "are"}`;
  const beyond =
    covered > 0
      ? `${are(covered)} covered, ${are(extra)} not`
      : `Nothing is covered of ${minutesInWords(extra)}`;
  const held = parts
    .filter(({ outcome }) => outcome === "held")
    .reduce((sum, { minutes }) => sum + minutes, 0);
  const price = amount !== null && currency !== null ? `: ${amountInWords(amount, currency)}` : "";
  if (held === 0) return `${beyond}${price}.`;
  return `${beyond}${price} once ${held === extra ? "it" : "all of it"} is approved.`;
}
