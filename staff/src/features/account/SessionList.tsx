import { Button } from "@mantine/core";
import { Monitor } from "lucide-react";
import type { StaffSession } from "@/client/types";
import { Moment } from "@/ui/Moment";
import styles from "./Account.module.css";

type Props = {
  items: StaffSession[];
  end?: (id: number) => void;
  /** The one that is being ended. */
  ending?: number;
};

/** The one used last first. */
export function SessionList({ items, end, ending }: Props) {
  return (
    <ul className={styles.list} aria-label="Sessions">
      {items.map(({ id, browser, created_at, last_seen_at, this_one }) => (
        <li key={id} className={styles.line}>
          <Monitor size={18} strokeWidth={1.5} aria-hidden="true" className={styles.icon} />
          <span className={styles.what}>
            <span>
              {browser || "A browser"}
              {this_one && <span className={styles.here}>this one</span>}
            </span>
            <span className={styles.dim}>
              seen <Moment at={last_seen_at} relative />, signed in <Moment at={created_at} relative />
            </span>
          </span>
          {end && !this_one && (
            <Button
              variant="default"
              size="xs"
              loading={ending === id}
              aria-label={`End ${browser || "this session"}`}
              onClick={() => end(id)}
            >
              End
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
