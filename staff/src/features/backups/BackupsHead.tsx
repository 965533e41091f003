import { Button } from "@mantine/core";
import { CircleAlert, CircleCheck } from "lucide-react";
import { api } from "@/client/api";
import { refusalOf } from "@/client/refusal";
import type { Backups } from "@/client/types";
import { useMinute } from "@/time/ticking";
import { Moment } from "@/ui/Moment";
import { Refused } from "@/ui/Refused";
import styles from "./Backups.module.css";
import { stateOfBackups } from "./outcome";

const sentences = {
  none: "There is no backup.",
  old: "The last backup is older than it should be.",
  whole: "The desk can be restored.",
  incomplete: "The last backup is complete but for some attachments.",
  failed: "The last backup could not be made.",
};

/** How it stands, what is planned, and one at once. */
export function BackupsHead({ backups, changed }: { backups: Backups; changed: () => void }) {
  const { schedule, items } = backups;
  const state = stateOfBackups(items, schedule !== null, useMinute());
  const begin = api.useMutation("post", "/api/v1/backups", { onSuccess: changed });
  const underWay = begin.isPending || schedule?.next_at === null;
  const good = items.find(({ there }) => there);
  const Icon = state === "whole" ? CircleCheck : CircleAlert;
  return (
    <section className={styles.head} aria-label="How it stands">
      <p className={styles.state} data-state={state} role="status">
        <Icon size={18} aria-hidden="true" /> {sentences[state]}
      </p>
      {good && (
        <p className={styles.words}>
          The newest that can be restored: <Moment at={good.began_at} relative />. On any machine with
          Punctual:{" "}
          <code className={styles.command}>
            punctual restore {good.place} --data <i>DIR</i>
          </code>
        </p>
      )}
      {schedule ? (
        <p className={styles.words}>
          One is made each day at {schedule.at}, in {schedule.folder}; the newest {schedule.keep} are kept. On
          request one an hour; the newest {schedule.keep} of those are kept beside them.{" "}
          {schedule.next_at ? (
            <>
              Next: <Moment at={schedule.next_at} />.
            </>
          ) : (
            "One is being made now."
          )}{" "}
          Keep a copy on another machine.
        </p>
      ) : (
        <p className={styles.words}>
          The desk makes none by itself: set <code>backup.folder</code> where it is started. By hand, beside
          the running desk: <code className={styles.command}>punctual backup --data DIR TO</code>
        </p>
      )}
      {schedule && (
        <Button variant="default" size="sm" loading={underWay} onClick={() => begin.mutate({})}>
          Back up now
        </Button>
      )}
      {begin.error && <Refused refusal={refusalOf(begin.error)} />}
    </section>
  );
}
