import { Input, TextInput } from "@mantine/core";
import { useId } from "react";
import { openingOf, useDeskStatus } from "@/features/desk/deskStatus";
import { momentParts, readMoment, typedMoment } from "@/time/clockTime";
import { nextUpdatePresets } from "@/time/presets";
import { useMinute } from "@/time/ticking";
import { instantOf, localZone, momentInWords, wallTime, zoneAbbreviation } from "@/time/zone";
import { useDeskZone } from "@/ui/deskZone";
import { AssigneeHours } from "./AssigneeHours";
import styles from "./Composer.module.css";
import { isTimeWrong } from "./rules";

type Props = {
  value: string;
  change: (wall: string) => void;
  error?: string;
  /** Whose hours it should be in. */
  assignee: number | undefined;
};

/** A moment in the desk's time, by key, by calendar or by one of the likely ones. */
export function NextUpdateField({ value, change, error, assignee }: Props) {
  const zone = useDeskZone();
  const now = useMinute();
  const wrong = useId();
  const { openUntil, opensAt } = openingOf(useDeskStatus());
  const { date, time } = momentParts(value);
  const today = wallTime(now, zone).slice(0, 10);
  const chosen = instantOf(readMoment(value), zone);
  const local =
    !Number.isNaN(chosen) && wallTime(chosen, localZone) !== wallTime(chosen, zone)
      ? `${momentInWords(chosen, now, localZone)} your time`
      : "";
  const timeWrong = isTimeWrong(value);
  return (
    <div>
      <div className={styles.moment}>
        <TextInput
          label="Next update by"
          type="date"
          name="next_update_by"
          min={today}
          value={date}
          onChange={(event) => change(typedMoment(event.currentTarget.value, time))}
          error={Boolean(error) && !timeWrong}
          aria-describedby={error && wrong}
        />
        {/* No field of the browser's: it would go by the reader's habits, all else here by 24 hours. */}
        <TextInput
          label="Time"
          aria-label="Time of the next update"
          autoComplete="off"
          maxLength={12}
          rightSection={
            <span className={styles.zone}>{zoneAbbreviation(Number.isNaN(chosen) ? now : chosen, zone)}</span>
          }
          rightSectionWidth={48}
          value={time}
          onChange={(event) => change(typedMoment(date, event.currentTarget.value))}
          onBlur={() => time && change(readMoment(typedMoment(date || today, time)))}
          error={Boolean(error) && timeWrong}
          aria-describedby={error && wrong}
        />
      </div>
      {error && (
        <Input.Error id={wrong} mt={4} role="alert">
          {error}
        </Input.Error>
      )}
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
      <AssigneeHours assignee={assignee} at={chosen} now={now} zone={zone} change={change} />
      {local && <p className={styles.local}>{local}</p>}
    </div>
  );
}
