import { TextInput } from "@mantine/core";
import { openingOf, useDeskStatus } from "@/features/desk/deskStatus";
import { nextUpdatePresets } from "@/time/presets";
import { useMinute } from "@/time/ticking";
import { instantOf, localZone, momentInWords, wallTime, zoneAbbreviation } from "@/time/zone";
import { useDeskZone } from "@/ui/deskZone";
import styles from "./Composer.module.css";

type Props = { value: string; change: (wall: string) => void; error?: string };

/** A moment in the desk's time, by key, by calendar or by one of the likely ones. */
export function NextUpdateField({ value, change, error }: Props) {
  const zone = useDeskZone();
  const now = useMinute();
  const { openUntil, opensAt } = openingOf(useDeskStatus());
  const chosen = instantOf(value, zone);
  const local =
    !Number.isNaN(chosen) && wallTime(chosen, localZone) !== wallTime(chosen, zone)
      ? `${momentInWords(chosen, now, localZone)} your time`
      : "";
  return (
    <div>
      <TextInput
        label="Next update by"
        type="datetime-local"
        name="next_update_by"
        rightSection={<span className={styles.zone}>{zoneAbbreviation(now, zone)}</span>}
        rightSectionWidth={48}
        min={wallTime(now, zone)}
        value={value}
        onChange={(event) => change(event.currentTarget.value)}
        error={error}
      />
      <fieldset className={styles.presets} aria-label="Suggested moments">
        {nextUpdatePresets(now, zone, openUntil, opensAt).map(({ label, at }) => (
          <button
            key={label}
            type="button"
            className={styles.preset}
            aria-pressed={at === chosen}
            onClick={() => change(wallTime(at, zone))}
          >
            {label}
          </button>
        ))}
      </fieldset>
      {local && <p className={styles.local}>{local}</p>}
    </div>
  );
}
