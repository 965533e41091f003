import { useLocalStorage } from "@mantine/hooks";
import { useMemo } from "react";
import type { BusinessHours, Hours } from "@/client/types";
import { useSession } from "@/features/session/session";
import { type HoursDraft, readHoursDraft, sameHours } from "./hoursDraft";
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
  const dirty = kept !== null && !sameHours(kept.hours, kept.base.hours);
  const draft = dirty ? kept : fresh;

  return {
    hours: draft.hours,
    base: draft.base,
    dirty,
    /** Somebody made another version since this edit began. */
    outdated: dirty && draft.base.version !== current.version,
    change: (edit: (hours: Hours) => Hours) =>
      setStored((before) => {
        const kept = readHoursDraft(before);
        const from = kept && !sameHours(kept.hours, kept.base.hours) ? kept : fresh;
        return { ...from, hours: edit(from.hours) };
      }),
    discard: forget,
    /** Puts this edit on top of the hours in force; answers with what both changed. */
    adopt: (): string[] => {
      const { hours, both } = rebase(draft.base.hours, draft.hours, current.hours);
      setStored({ base: fresh.base, hours });
      return both;
    },
  };
}
