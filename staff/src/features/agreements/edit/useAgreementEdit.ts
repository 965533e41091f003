import { useState } from "react";
import { refusalOf, titled } from "@/client/refusal";
import type { WrittenAgreement } from "@/client/types";
import { editFields, type Fields, unplaced } from "@/features/rota/forms/fields";
import { useAgreementPreview, useWriteAgreement } from "./useAgreementChange";
import { firstVersion, type VersionDraft, versionDrafts, versionsWritten } from "./versionDraft";
import { agreementPlaces, misread, missing } from "./versionErrors";

const isEmpty = (fields: Fields) => Object.keys(fields).length === 0;

export type AgreementEdit = ReturnType<typeof useAgreementEdit>;

type Edited = { client: number; today: string; agreement: WrittenAgreement; written: () => void };

/** One person's edit of an agreement: what is typed, what it would change, and what keeps it from being written. */
export function useAgreementEdit({ client, today, agreement, written }: Edited) {
  const [start] = useState(() =>
    agreement.versions.length > 0 ? versionDrafts(agreement.versions) : firstVersion(today),
  );
  const [drafts, setDrafts] = useState(start);
  // What is missing is said once somebody asked to go on.
  const [asked, setAsked] = useState(false);

  const versions = versionsWritten(drafts);
  const dirty = JSON.stringify(versions) !== JSON.stringify(versionsWritten(start));
  const empty = missing(drafts);
  const unread = misread(drafts);
  const incomplete = !isEmpty(empty) || !isEmpty(unread);
  const look = useAgreementPreview(client, dirty && !incomplete ? versions : null);
  const write = useWriteAgreement({ written, outdated: look.retry });

  const places = agreementPlaces(drafts);
  const lookRefusal = dirty && !incomplete && look.error ? refusalOf(look.error) : null;
  const writeRefusal = write.error ? refusalOf(write.error) : null;
  const [looked, refused] = [editFields(lookRefusal), editFields(writeRefusal)];
  const fields: Fields = { ...refused, ...looked, ...unread, ...(asked ? empty : {}) };
  const { preview, current } = look;
  const ready = current && preview !== null && preview.obstacles.length === 0 && preview.changes.length > 0;

  return {
    drafts,
    dirty,
    incomplete,
    fields,
    look,
    lookRefusal: unplaced(titled(lookRefusal, "It cannot be changed now."), looked, places),
    writeRefusal: unplaced(titled(writeRefusal, "It is not saved."), refused, places),
    saving: write.isPending,
    /** There is something to do: to write it down, or to put right what keeps it from being. */
    maySave: dirty && (ready || incomplete || !isEmpty(fields)),
    alter: (changed: VersionDraft[]) => {
      write.reset();
      setDrafts(changed);
    },
    /** False where something has to be put right first. */
    save: (): boolean => {
      setAsked(true);
      if (incomplete || !isEmpty(fields)) return false;
      if (dirty && ready && !write.isPending)
        write.mutate({ params: { path: { client } }, body: { versions, seen: preview.seen } });
      return true;
    },
  };
}
