import { Button } from "@mantine/core";
import { useState } from "react";
import type { Refusal } from "@/client/refusal";
import { Refused } from "@/ui/Refused";
import type { HoursEdit } from "../draft/useHoursDraft";
import styles from "./DraftBar.module.css";
import { Outdated } from "./Outdated";

type Props = {
  edit: HoursEdit;
  /** How many fields must be put right first. */
  wrong: number;
  refusal: Refusal | null;
  checking: boolean;
  check: () => void;
};

/** At the foot of the page while there is something unsaved: what it is, and what can be done with it. */
export function DraftBar({ edit, wrong, refusal, checking, check }: Props) {
  const [both, setBoth] = useState<string[]>([]);
  return (
    <section className={styles.bar} aria-label="Unsaved changes">
      {edit.outdated && <Outdated since={edit.base.version} adopt={() => setBoth(edit.adopt())} />}
      {!edit.outdated && both.length > 0 && (
        <p className={styles.words} role="status">
          You both changed {both.join(", ")}. There your version stands; look before you save.
        </p>
      )}
      <Refused refusal={edit.outdated ? null : refusal} />
      <div className={styles.line}>
        <p className={styles.title} role="status">
          {wrong > 0
            ? `${wrong === 1 ? "One entry" : `${wrong} entries`} to put right first`
            : "Unsaved changes"}
          <span className={styles.kept}>Kept in this browser until you save or discard them.</span>
        </p>
        <div className={styles.buttons}>
          <Discard discard={edit.discard} />
          <Button loading={checking} disabled={edit.outdated} onClick={check}>
            Check what this does
          </Button>
        </div>
      </div>
    </section>
  );
}

/** Asked twice: what is discarded is gone. */
function Discard({ discard }: { discard: () => void }) {
  const [sure, setSure] = useState(false);
  if (!sure) {
    return (
      <Button variant="default" onClick={() => setSure(true)}>
        Discard
      </Button>
    );
  }
  return (
    <Button variant="default" autoFocus onClick={discard} onBlur={() => setSure(false)}>
      Discard all of it?
    </Button>
  );
}
