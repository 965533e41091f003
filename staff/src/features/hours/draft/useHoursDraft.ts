import { useLocalStorage } from "@mantine/hooks";
import { useMemo } from "react";
import type { BusinessHours, Hours } from "@/client/types";
import { useSession } from "@/features/session/session";
import { written } from "./edits";
import { type HoursDraft, isDirty, readHoursDraft } from "./hoursDraft";
import { rebase } from "./rebase";

export type HoursEdit = ReturnType<typeof useHoursDraft>;

/** One person's edit of the hours, kept in the browser until it is made a version or discarded. */
export function useHoursDraft(current: BusinessHours) {
  const { person } = useSession();
  const [stored, setStored, forget] = useLocalStorage<HoursDraft | null>({
    key: `punctual.hours.${person.id}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  const kept = useMemo(() => readHoursDraft(stored), [stored]);
  const fresh: HoursDraft = {
    base: { version: current.version, hours: current.hours },
    hours: current.hours,
  };
  // What is half typed stays as it is typed, also while it says the same as the hours in force.
  const latest = (kept: HoursDraft | null) =>
    kept && (isDirty(kept) || kept.base.version === current.version) ? kept : fresh;
  const dirty = kept !== null && isDirty(kept);
  const draft = latest(kept);

  return {
    hours: draft.hours,
    base: draft.base,
    dirty,
    /** Somebody made another version since this edit began. */
    outdated: dirty && draft.base.version !== current.version,
    change: (edit: (hours: Hours) => Hours) =>
      setStored((before) => {
        const from = latest(readHoursDraft(before));
        return { ...from, hours: edit(from.hours) };
      }),
    discard: forget,
    /** Puts this edit on top of the hours in force; answers with what both changed. */
    adopt: (): string[] => {
      const { hours, both } = rebase(draft.base.hours, written(draft.hours), current.hours);
      setStored({ base: fresh.base, hours });
      return both;
    },
  };
}
