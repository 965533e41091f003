import type { Gap, RecurringGap } from "@/client/types";
import { dateAt, dayOf, daysFrom, yearOf } from "@/time/dates";
import { hoursAndMinutes } from "@/time/words";
import { spanInWords } from "@/ui/timeline/stretchWords";

const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

export const gapWhen = ({ from, to }: Gap, zone: string) =>
  spanInWords(Date.parse(from), Date.parse(to), zone);

/** "every week until Fri 26 Nov 2027", "3 times until Fri 18 Dec"; empty where it is once. */
export function timesInWords({ first, times, last }: RecurringGap, zone: string): string {
  if (times === 1) return "";
  const [from, to] = [dateAt(Date.parse(first.from), zone), dateAt(Date.parse(last), zone)];
  const often = daysFrom(from, to) === 7 * (times - 1) ? "every week" : `${times} times`;
  return `${often} until ${dayOf(to)}${yearOf(to) === yearOf(from) ? "" : ` ${yearOf(to)}`}`;
}

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
