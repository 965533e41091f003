import type { Gap, RotaEdit, SwapEdit } from "@/client/types";
import { addDays } from "@/time/dates";
import { instantOf, wallTime } from "@/time/zone";

const dayMs = 86_400_000;

/** The swap by which somebody covers a gap, in the time of their week; of a long gap its first date. */
export function coveringSwap(person: number, gap: Gap, zone: string): SwapEdit {
  const from = Date.parse(gap.from);
  const opens = wallTime(from, zone);
  const date = opens.slice(0, 10);
  const midnight = instantOf(`${addDays(date, 1)}T00:00`, zone);
  const end = Date.parse(gap.to);
  const to = end - from < dayMs ? end : midnight;
  const closes = to === midnight ? "24:00" : wallTime(to, zone).slice(11);
  return { person, on: { date, hours: [opens.slice(11), closes] } };
}

/** The same grant with a swap that belongs to it, or null where the edit is no grant or has one already. */
export function withSwap(edit: RotaEdit, swap: SwapEdit): RotaEdit | null {
  const grant = edit.grant_time_off;
  return grant && !grant.swap ? { grant_time_off: { ...grant, swap } } : null;
}

export function withoutSwap(edit: RotaEdit): RotaEdit {
  const grant = edit.grant_time_off;
  return grant ? { grant_time_off: { ...grant, swap: null } } : edit;
}

/** What whoever asked for time off is told; it opens nothing. */
export function withAnswer(edit: RotaEdit, answer: string): RotaEdit {
  const grant = edit.grant_time_off;
  return grant && answer.trim() ? { grant_time_off: { ...grant, answer: answer.trim() } } : edit;
}
