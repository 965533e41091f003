import type { AllowanceAmount } from "@/client/types";
import { minutesInWords } from "@/time/duration";

function amountOf(amount: AllowanceAmount | null): string {
  if (amount === null) return "nothing is agreed";
  const { usable, left, held } = amount;
  const words =
    usable === 0
      ? "nothing to use up"
      : left <= 0
        ? `nothing of ${minutesInWords(usable)}`
        : `${minutesInWords(left)} of ${minutesInWords(usable)}`;
  return held > 0 ? `${words}, ${minutesInWords(held)} held` : words;
}

/** What is left of the allowance today, and what would be: "Left today: 2 h of 10 h. With this: 4 h of 12 h." */
export function leftInWords(before: AllowanceAmount | null, after: AllowanceAmount | null): string {
  const [now, then] = [amountOf(before), amountOf(after)];
  return now === then ? `Left today, as before: ${now}.` : `Left today: ${now}. With this: ${then}.`;
}
