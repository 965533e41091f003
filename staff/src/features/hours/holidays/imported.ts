import type { Holiday } from "@/client/types";
import { byDate } from "@/time/dates";

/** How an entry of a file stands to the holidays there are. Only new ones can be added. */
export type Standing = "new" | "there" | "struck_out" | "taken";
export type Imported = {
  holiday: Holiday;
  standing: Standing /** What stands on the date. */;
  other?: string;
};

export const standingWords: Record<Exclude<Standing, "new">, (other: string) => string> = {
  there: () => "already in the list",
  struck_out: () => "struck out; stays so",
  taken: (other) => `“${other}” is on this date`,
};

const alike = (name: string) => name.trim().toLowerCase();

/** A file's entries, one a date, each beside what is there: a date holds one holiday, a choice once made stays. */
export function imported(entries: Holiday[], there: Holiday[]): Imported[] {
  const byThisDate = new Map(there.map((holiday) => [holiday.date, holiday]));
  return entries.toSorted(byDate).map((holiday): Imported => {
    const present = byThisDate.get(holiday.date);
    if (present?.struck_out) return { holiday, standing: "struck_out", other: present.name };
    if (present) {
      const standing = alike(present.name) === alike(holiday.name) ? "there" : "taken";
      return { holiday, standing, other: present.name };
    }
    return { holiday, standing: "new" };
  });
}
