import type { Gap } from "@/client/types";
import { hoursAndMinutes } from "@/time/words";
import { spanInWords } from "@/ui/timeline/stretchWords";

const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

export const gapWhen = ({ from, to }: Gap, zone: string) =>
  spanInWords(Date.parse(from), Date.parse(to), zone);

/** "nobody", "1 of 2" */
export const shortOf = ({ present, needed }: Gap) => (present === 0 ? "nobody" : `${present} of ${needed}`);

/** "endangers Brightwater Outfitters and Field & Fern"; empty where nobody was promised any of it. */
export const endangersInWords = ({ endangers }: Gap) =>
  endangers.length === 0 ? "" : `endangers ${list.format(endangers.map(({ name }) => name))}`;

/** "Mon 30 Nov 08:00–17:00, nobody: Owen Talbot has time off; endangers Brightwater Outfitters" */
export function gapInWords(gap: Gap, zone: string): string {
  const endangers = endangersInWords(gap);
  return `${gapWhen(gap, zone)}, ${shortOf(gap)}: ${gap.cause}${endangers && `; ${endangers}`}`;
}

export const gapCount = (count: number) => (count === 1 ? "1 gap" : `${count} gaps`);

/** "3 gaps, 27 h" */
export const totalInWords = (gaps: unknown[], minutes: number) =>
  `${gapCount(gaps.length)}, ${hoursAndMinutes(minutes * 60)}`;
