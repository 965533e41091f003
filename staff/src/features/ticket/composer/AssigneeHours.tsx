import { MoonStar } from "lucide-react";
import { useRota } from "@/features/rota/rota";
import { readPeriods } from "@/features/rota/timeline/periods";
import { addDays, dateAt, daysFrom } from "@/time/dates";
import { wallTime } from "@/time/zone";
import { isThere, theirMoments } from "./assigneeHours";
import styles from "./Composer.module.css";

type Props = {
  assignee: number | undefined;
  /** The moment that is typed; NaN while there is none. */
  at: number;
  now: number;
  zone: string;
  change: (wall: string) => void;
};

const ahead = 42;

/** A promise for when its assignee is not at work: it may be made, but first the hours they have are offered. */
export function AssigneeHours({ assignee, at, now, zone, change }: Props) {
  const today = dateAt(now, zone);
  const far = Number.isNaN(at) ? 0 : daysFrom(today, dateAt(at, zone));
  const known = assignee !== undefined && at > now;
  // Two weeks hold most promises; a later one is looked at around its own date.
  const from = far < 14 ? today : addDays(dateAt(at, zone), -14);
  const { data: rota, isPlaceholderData } = useRota(from, far < 14 ? 28 : ahead, known);
  const person = rota?.people.find(({ id }) => id === assignee);
  if (!known || !person || isPlaceholderData) return null;
  const present = readPeriods(person.present);
  if (isThere(present, at)) return null;
  const moments = theirMoments(present, at, now, zone);
  return (
    <div className={styles.outside} role="status">
      <MoonStar size={14} aria-hidden="true" />
      <p>
        {person.name} is not at work then.{" "}
        {moments.length === 0 ? "They have no hours around it." : "Hours they have:"}
      </p>
      {moments.map((moment) => (
        <button
          key={moment.at}
          type="button"
          className={styles.preset}
          onClick={() => change(wallTime(moment.at, zone))}
        >
          {moment.label}
        </button>
      ))}
    </div>
  );
}
