import type { Named, RotaLook, SwapEdit } from "@/client/types";
import { dayOf } from "@/time/dates";
import { gapCount } from "../gaps/gapWords";

export const openingCount = ({ opens, more }: RotaLook) =>
  opens.reduce((sum, { gap }) => sum + gap.times, more);

/** The head of what is shown before a change is made. */
export function openingInWords(look: RotaLook): string {
  const count = openingCount(look);
  return count === 0 ? "Nothing opens" : `This opens ${gapCount(count)}`;
}

/** The button that goes through with it; it never hides how many gaps that opens. */
export function allTheSame(look: RotaLook): string {
  return `Do it all the same: open ${gapCount(openingCount(look))}`;
}

export const nobodyCouldCover = "Nobody could cover it: all others are away or at work then.";

/** How many names are given before the others are counted. */
export const namesGiven = 4;

/** "Priya Nair, Owen Talbot and 3 more" */
export function namesInWords(people: Named[]): string {
  const names = people.slice(0, namesGiven).map(({ name }) => name);
  const more = people.length - names.length;
  return `${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** "Mon 30 Nov 08:00–17:00" */
export const swapWhen = ({ on }: SwapEdit) => `${dayOf(on.date)}${on.hours ? ` ${on.hours.join("–")}` : ""}`;
