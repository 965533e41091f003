import { Select } from "@mantine/core";
import { useMemo } from "react";
import { useMinute } from "@/time/ticking";
import { timeOfDay, zoneAbbreviation } from "@/time/zone";
import styles from "../Hours.module.css";

type Props = { zone: string; error?: string; change?: (zone: string) => void };

const inWords = (zone: string) => zone.replaceAll("_", " ");

/** The zone whose wall time all these hours are. */
export function ZoneField({ zone, error, change }: Props) {
  const now = useMinute();
  const zones = useMemo(
    () => [...new Set([zone, "UTC", ...Intl.supportedValuesOf("timeZone")])].filter(Boolean).toSorted(),
    [zone],
  );
  const there = isZone(zone) ? `It is ${timeOfDay(now, zone)} ${zoneAbbreviation(now, zone)} there.` : "";
  if (!change) {
    return (
      <p className={styles.zoneWords}>
        In the time of {inWords(zone)}. {there}
      </p>
    );
  }
  return (
    <Select
      className={styles.zone}
      label="Time zone"
      description={there}
      inputWrapperOrder={["label", "input", "description", "error"]}
      data={zones.map((value) => ({ value, label: inWords(value) }))}
      value={zone}
      onChange={(value) => value && change(value)}
      error={error}
      // Typing replaces the zone that stands there; the click that gives the focus sets its caret first.
      onFocus={({ currentTarget }) => requestAnimationFrame(() => currentTarget.select())}
      searchable
      limit={60}
      allowDeselect={false}
      selectFirstOptionOnChange
      nothingFoundMessage="No such zone; try a large city nearby"
    />
  );
}

/** Browsers know fewer zones than the desk may. */
function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
}
