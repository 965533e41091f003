import type { Gap } from "@/client/types";
import { hoursAndMinutes } from "@/time/words";
import { spanInWords } from "@/ui/timeline/stretchWords";

const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

export const gapWhen = ({ from, to }: Gap, zone: string) =>
  spanInWords(Date.parse(from), Date.parse(to), zone);

/** "nobody", "1 of 2" */
export const shortOf = ({ present, needed }: Gap) => (present === 0 ? "nobody" : `${present} of ${needed}`);

/** "endangers Brightwater Outfitters and Field & Fern"; empty where nobody was promised any of it. */
export function endangersInWords({ endangers, endangers_more: more }: Gap): string {
  const names = endangers.map(({ name }) => name);
  return names.length === 0 ? "" : `endangers ${list.format(more > 0 ? [...names, `${more} more`] : names)}`;
}

/** "Mon 30 Nov 08:00–17:00, nobody: Owen Talbot has time off; endangers Brightwater Outfitters" */
export function gapInWords(gap: Gap, zone: string): string {
  const endangers = endangersInWords(gap);
  return `${gapWhen(gap, zone)}, ${shortOf(gap)}: ${gap.cause}${endangers && `; ${endangers}`}`;
}

export const gapCount = (count: number) => (count === 1 ? "1 gap" : `${count} gaps`);

/** "3 gaps, 27 h" */
export const totalInWords = (gaps: number, minutes: number) =>
  `${gapCount(gaps)}, ${hoursAndMinutes(minutes * 60)}`;
