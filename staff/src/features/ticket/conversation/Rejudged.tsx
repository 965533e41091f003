import { Fragment } from "react";
import type { TimelineEntry } from "@/client/types";
import { clockNames } from "@/ui/clockNames";
import { Moment } from "@/ui/Moment";
import styles from "./Conversation.module.css";

/** "The hours changed: First reply moves from today 17:00 to tomorrow 10:00", and by which version. */
export function Rejudged({ entry: { moved = [], versions } }: { entry: TimelineEntry }) {
  return (
    <>
      {"The hours changed: "}
      {moved.map(({ clock, before, after }, index) => (
        <Fragment key={clock}>
          {index > 0 && "; "}
          {clockNames[clock]} moves from <Due at={before} /> to <Due at={after} />
        </Fragment>
      ))}
      {versions && (
        <span className={styles.versions}>
          {" "}
          ({versions.before} → {versions.after})
        </span>
      )}
    </>
  );
}

function Due({ at }: { at: string | null }) {
  return at === null ? "no due time" : <Moment at={at} />;
}
