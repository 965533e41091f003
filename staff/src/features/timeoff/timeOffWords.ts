import type { TimeOff } from "@/client/types";
import { datesInWords } from "@/time/dates";

/** "Mon 30 Nov – Fri 4 Dec", "Mon 30 Nov 13:00–17:00", "Mon 30 Nov – Fri 4 Dec, each 13:00–17:00" */
export function timeOffWhen({
  first_date,
  last_date,
  hours,
}: Pick<TimeOff, "first_date" | "last_date" | "hours">) {
  const dates = datesInWords(first_date, last_date);
  if (hours === null) return dates;
  return first_date === last_date ? `${dates} ${hours.join("–")}` : `${dates}, each ${hours.join("–")}`;
}

const states: Record<TimeOff["state"], string> = {
  requested: "Waits for a manager",
  granted: "Granted",
  declined: "Declined",
  withdrawn: "Withdrawn",
};

export function stateInWords({ kind, state, decided_by }: TimeOff): string {
  if (kind === "absence" && state === "granted") return "Recorded as absent";
  const words = states[state];
  return decided_by && (state === "granted" || state === "declined")
    ? `${words} by ${decided_by.name}`
    : words;
}

/** Those that wait first, then by date. */
export const inOrder = (items: TimeOff[]): TimeOff[] =>
  items.toSorted(
    (a, b) =>
      Number(b.state === "requested") - Number(a.state === "requested") ||
      a.first_date.localeCompare(b.first_date),
  );
