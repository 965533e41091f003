import type { StatedLine, StatedTicket, Statement } from "@/client/types";
import { minutesInWords } from "@/time/duration";

export const outcomes: Record<StatedLine["outcome"], string> = {
  courtesy: "given away",
  allowance: "from the allowance",
  charged: "charged",
  held: "held until approved",
  no_terms: "nothing agreed",
};

/** "1 h from the allowance, 20 min held until approved"; nothing where it is all of one sort. */
export function ticketSum({ minutes, from_allowance, charged, held, courtesy }: StatedTicket): string {
  const parts: [number, string][] = [
    [from_allowance, outcomes.allowance],
    [charged, outcomes.charged],
    [held, outcomes.held],
    [courtesy, outcomes.courtesy],
  ];
  const some = parts.filter(([count]) => count > 0);
  const [first] = some;
  if (some.length === 1 && first && first[0] === minutes) return first[1];
  return some.map(([count, words]) => `${minutesInWords(count)} ${words}`).join(", ");
}

/** "20 were kept, none was missed." */
export function promiseSum({ kept, missed }: Pick<Statement["promises"], "kept" | "missed">): string {
  if (kept === 0 && missed.length === 0) return "No promise came due in this month.";
  const keptWords = kept === 0 ? "None was kept" : kept === 1 ? "1 was kept" : `${kept} were kept`;
  const missedWords =
    missed.length === 0
      ? "none was missed"
      : missed.length === 1
        ? "1 was missed"
        : `${missed.length} were missed`;
  return `${keptWords}, ${missedWords}.`;
}
