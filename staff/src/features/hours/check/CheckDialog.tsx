import { Button, Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import type { Refusal } from "@/client/refusal";
import type { Hours, HoursPreview } from "@/client/types";
import { capital } from "@/ui/eventWords";
import { Refused } from "@/ui/Refused";
import { placeInWords } from "../draft/places";
import styles from "./CheckDialog.module.css";
import { effectInWords } from "./effectWords";
import { MovedTickets } from "./MovedTickets";

type Props = {
  preview: HoursPreview | null;
  hours: Hours;
  /** The version this would become. */
  version: number;
  refusal: Refusal | null;
  saving: boolean;
  make: (confirmed: boolean) => void;
  close: () => void;
};

/** Before hours come into force: what changes, which tickets move, and which become late by it. */
export function CheckDialog({ preview, hours, version, refusal, saving, make, close }: Props) {
  const narrow = useMediaQuery("(max-width: 640px)");
  return (
    <Modal
      opened={preview !== null}
      onClose={close}
      title="What this does"
      size="xl"
      fullScreen={narrow}
      radius={narrow ? 0 : undefined}
    >
      {preview && <Effect {...{ preview, hours, version, refusal, saving, make, close }} preview={preview} />}
    </Modal>
  );
}

function Effect({
  preview,
  hours,
  version,
  refusal,
  saving,
  make,
  close,
}: Props & { preview: HoursPreview }) {
  const [meant, setMeant] = useState(false);
  const doubtful = preview.to_confirm.length > 0;
  const effect = effectInWords(preview);
  return (
    <div className={styles.check}>
      <section>
        <h3 className={styles.title}>Changes</h3>
        {preview.changes.length === 0 ? (
          <p className={styles.words}>Nothing differs from the hours in force.</p>
        ) : (
          <ul className={styles.changes}>
            {preview.changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        )}
      </section>
      {doubtful && (
        <section className={styles.confirm}>
          <h3 className={styles.title}>Please confirm</h3>
          <ul className={styles.changes}>
            {preview.to_confirm.map(({ field, detail }) => (
              <li key={field}>{capital([placeInWords(field, hours), detail].filter(Boolean).join(": "))}</li>
            ))}
          </ul>
          <label className={styles.meant}>
            <input
              type="checkbox"
              checked={meant}
              onChange={(event) => setMeant(event.currentTarget.checked)}
            />
            Yes, this is meant
          </label>
        </section>
      )}
      <section>
        <h3 className={styles.title}>Running tickets</h3>
        <ul className={styles.effect}>
          {effect.map(({ words, late }) => (
            <li key={words} data-late={late || undefined}>
              {words}
            </li>
          ))}
        </ul>
        <MovedTickets preview={preview} />
      </section>
      <Refused refusal={refusal} />
      <div className={styles.buttons}>
        <Button variant="default" onClick={close}>
          Back to editing
        </Button>
        <Button
          data-autofocus={!doubtful || undefined}
          loading={saving}
          disabled={preview.changes.length === 0 || (doubtful && !meant)}
          onClick={() => make(meant)}
        >
          Make version {version}
        </Button>
      </div>
    </div>
  );
}
