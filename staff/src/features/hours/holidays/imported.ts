import type { Holiday } from "@/client/types";
import { byDate } from "../dates";

/** How an entry of a file stands to the holidays there are. Only new ones can be added. */
export type Standing = "new" | "there" | "struck_out" | "taken" | "twice";
export type Imported = {
  holiday: Holiday;
  standing: Standing /** What stands on the date. */;
  other?: string;
};

export const standingWords: Record<Exclude<Standing, "new">, (other: string) => string> = {
  there: () => "already in the list",
  struck_out: () => "struck out; stays so",
  taken: (other) => `“${other}” is on this date`,
  twice: (other) => `the file has “${other}” on this date`,
};

/** Files repeat themselves: the same day by the same name is one entry. */
function once(entries: Holiday[]): Holiday[] {
  const seen = new Set<string>();
  return entries.filter(({ date, name }) => {
    const entry = `${date} ${alike(name)}`;
    return !seen.has(entry) && seen.add(entry);
  });
}

const alike = (name: string) => name.trim().toLowerCase();

/** A file's entries by date, each beside what is there: a date holds one holiday, and a choice once made stays. */
export function imported(entries: Holiday[], there: Holiday[]): Imported[] {
  const byThisDate = new Map(there.map((holiday) => [holiday.date, holiday]));
  const inFile = new Map<string, Holiday>();
  return once(entries.toSorted(byDate)).map((holiday): Imported => {
    const present = byThisDate.get(holiday.date);
    const earlier = inFile.get(holiday.date);
    if (!earlier) inFile.set(holiday.date, holiday);
    if (present?.struck_out) return { holiday, standing: "struck_out", other: present.name };
    if (present) {
      const standing = alike(present.name) === alike(holiday.name) ? "there" : "taken";
      return { holiday, standing, other: present.name };
    }
    if (earlier) return { holiday, standing: "twice", other: earlier.name };
    return { holiday, standing: "new" };
  });
}
