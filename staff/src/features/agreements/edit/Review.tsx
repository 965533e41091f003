import { Skeleton } from "@mantine/core";
import type { AgreementPreview } from "@/client/types";
import { capital } from "@/ui/eventWords";
import { Refused } from "@/ui/Refused";
import { SmallFailure } from "@/ui/SmallFailure";
import styles from "./Edit.module.css";
import { leftInWords } from "./previewWords";
import type { AgreementEdit } from "./useAgreementEdit";

/** What the versions as they are typed would change. */
export function Review({ edit }: { edit: AgreementEdit }) {
  const { dirty, incomplete, fields, look, lookRefusal } = edit;
  if (!dirty) return <p className={styles.words}>Nothing is changed yet.</p>;
  if (incomplete)
    return <p className={styles.words}>Fill in what is missing; then it is told what this changes.</p>;
  if (lookRefusal)
    return [409, 422].includes(lookRefusal.status) ? (
      <Refused refusal={lookRefusal} />
    ) : (
      <SmallFailure error={look.error} retry={look.retry} />
    );
  if (look.error) {
    const wrong = Object.keys(fields).length;
    return (
      <p className={styles.words}>{wrong === 1 ? "One entry" : `${wrong} entries`} to put right first.</p>
    );
  }
  if (!look.preview) return <Skeleton height={40} aria-busy="true" />;
  return <Effect preview={look.preview} old={!look.current} />;
}

function Effect({ preview, old }: { preview: AgreementPreview; old: boolean }) {
  const { changes, obstacles, opens, opens_more, before, after } = preview;
  const gaps = opens_more > 0 ? [...opens, `and ${opens_more} more`] : opens;
  return (
    <div className={styles.effect} data-old={old || undefined} aria-busy={old}>
      <Lines title="This stands in the way" lines={obstacles} />
      <Lines title="Gaps in the coverage this opens" lines={gaps} />
      {changes.length === 0 ? (
        <p className={styles.words}>Nothing differs from the agreement as it is.</p>
      ) : (
        <Lines title="What this changes" lines={changes} />
      )}
      <p className={styles.words}>{leftInWords(before, after)}</p>
    </div>
  );
}

function Lines({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <h3 className={styles.groupTitle}>{title}</h3>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line}>{capital(line)}</li>
        ))}
      </ul>
    </div>
  );
}
