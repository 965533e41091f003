import type { Hours } from "@/client/types";
import { written } from "./edits";

/** Hours somebody edits, and those they began with. */
export type HoursDraft = { base: { version: number; hours: Hours }; hours: Hours };

/** Is there something to save? "9" typed for "09:00" is not. */
export const isDirty = ({ base, hours }: HoursDraft) => !sameHours(written(hours), written(base.hours));

/** The same hours in the same words, whatever the order of their members. */
export function sameHours(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => sameHours(left[key], right[key]));
}

const lists = ["weekly_from", "holidays", "exceptions"] as const;

function isHours(value: unknown): value is Hours {
  if (typeof value !== "object" || value === null) return false;
  const hours = value as Partial<Hours>;
  const week: unknown = hours.weekly;
  return (
    typeof hours.time_zone === "string" &&
    typeof week === "object" &&
    week !== null &&
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].every((day) =>
      Array.isArray((week as Record<string, unknown>)[day]),
    ) &&
    lists.every((list) => Array.isArray(hours[list]))
  );
}

/** A draft read back from the browser's memory; anything strange in it is as good as nothing. */
export function readHoursDraft(stored: unknown): HoursDraft | null {
  const draft = stored as Partial<HoursDraft> | null;
  if (typeof draft !== "object" || draft === null) return null;
  const { base, hours } = draft;
  if (!base || typeof base.version !== "number" || !isHours(base.hours) || !isHours(hours)) return null;
  return { base: { version: base.version, hours: base.hours }, hours };
}
