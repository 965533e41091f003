import { CircleCheck, RefreshCw } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { BusinessHours } from "@/client/types";
import styles from "./Rejudging.module.css";

/** After a change: how far the running tickets have followed it. */
export function Rejudging({ current: { version, rejudging } }: { current: BusinessHours }) {
  const [most, setMost] = useState({ version, tickets: rejudging });
  const seen = useRef(version);
  // A version that comes while one looks is news even where no ticket had to follow.
  const news = seen.current !== version || most.tickets > 0;

  useEffect(() => {
    setMost((before) =>
      before.version === version
        ? { version, tickets: Math.max(before.tickets, rejudging) }
        : { version, tickets: rejudging },
    );
  }, [version, rejudging]);

  const total = Math.max(most.tickets, rejudging);
  const done = total === 0 ? 100 : Math.round(((total - rejudging) / total) * 100);
  return (
    <div role="status" className={news ? styles.status : undefined}>
      {news && rejudging > 0 && (
        <>
          <RefreshCw size={16} aria-hidden="true" />
          <div>
            Version {version} is in force;{" "}
            {rejudging === 1 ? "1 running ticket is" : `${rejudging} running tickets are`} being brought up to
            date…
            <span className={styles.track} aria-hidden="true">
              <span className={styles.done} style={{ inlineSize: `${done}%` }} />
            </span>
          </div>
        </>
      )}
      {news && rejudging === 0 && (
        <>
          <CircleCheck size={16} className={styles.all} aria-hidden="true" />
          <div>Version {version} is in force, and every running ticket follows it.</div>
        </>
      )}
    </div>
  );
}
