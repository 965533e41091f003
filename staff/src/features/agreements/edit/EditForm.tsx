import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useNavigate } from "@tanstack/react-router";
import { CopyPlus, Plus } from "lucide-react";
import { useRef } from "react";
import type { Named, WrittenAgreement } from "@/client/types";
import { focusFirstWrong } from "@/features/ticket/composer/firstWrong";
import { useKeys } from "@/ui/keys/useKeys";
import { LinkButton } from "@/ui/LinkButton";
import { Refused } from "@/ui/Refused";
import styles from "./Edit.module.css";
import { LeaveQuestion } from "./LeaveQuestion";
import { Review } from "./Review";
import { useAgreementEdit } from "./useAgreementEdit";
import { VersionCard } from "./VersionCard";
import { inForce, type VersionDraft, withNewVersion, withTopUp } from "./versionDraft";

type Props = { client: Named; today: string; agreement: WrittenAgreement };

/** The agreement as it is typed, what it would change, and the way to write it down. */
export function EditForm({ client, today, agreement }: Props) {
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const back = { to: "/agreements/$client", params: { client: String(client.id) } } as const;
  const edit = useAgreementEdit({
    client: client.id,
    today,
    agreement,
    written: () => {
      notifications.show({ message: `The agreement with ${client.name} is written down.` });
      void navigate({ ...back, ignoreBlocker: true });
    },
  });
  const { drafts, fields, alter } = edit;
  const holding = inForce(drafts, today);

  const focus = (selector: string) =>
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(selector)?.focus());

  function addVersion() {
    const more = withNewVersion(drafts, today);
    alter(more);
    focus(`[data-version="${more.at(-1)?.id}"] [data-from]`);
  }

  function topUp(version: VersionDraft) {
    const topUps = withTopUp(version.topUps, today);
    alter(drafts.map((one) => (one.id === version.id ? { ...one, topUps } : one)));
    focus(`[data-version="${version.id}"] [data-top-up="${topUps.at(-1)?.id}"]`);
  }

  function remove(id: number) {
    alter(drafts.filter((one) => one.id !== id));
    focus("button");
  }

  const save = () => {
    if (!edit.save()) focusFirstWrong(form.current);
  };
  useKeys({ send: save });

  return (
    <form ref={form} noValidate onSubmit={(event) => event.preventDefault()}>
      <div className={styles.tools}>
        <Button
          variant="default"
          leftSection={<CopyPlus size={15} aria-hidden="true" />}
          onClick={addVersion}
        >
          {drafts.length > 0 ? "New version from…" : "Write the first version"}
        </Button>
        {holding && (
          <Button
            variant="default"
            leftSection={<Plus size={15} aria-hidden="true" />}
            onClick={() => topUp(holding)}
          >
            Top up
          </Button>
        )}
      </div>
      {drafts.length === 0 && <p className={styles.words}>Nothing would be agreed with this client.</p>}
      {drafts
        .map((draft, index) => (
          <VersionCard
            key={draft.id}
            draft={draft}
            index={index}
            policies={agreement.policies}
            today={today}
            holds={holding?.id === draft.id}
            fields={fields}
            change={(part) => alter(drafts.map((one) => (one.id === draft.id ? { ...one, ...part } : one)))}
            remove={() => remove(draft.id)}
          />
        ))
        .toReversed()}
      <section className={styles.bar} aria-label="What this changes">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: with many changes it scrolls, by key as well */}
        <div className={styles.review} role="status" tabIndex={0}>
          <Review edit={edit} />
        </div>
        <Refused refusal={edit.writeRefusal} />
        <div className={styles.buttons}>
          <LinkButton variant="default" {...back}>
            Cancel
          </LinkButton>
          <Button loading={edit.saving} disabled={!edit.maySave} onClick={save}>
            Save
          </Button>
        </div>
      </section>
      <LeaveQuestion dirty={edit.dirty} />
    </form>
  );
}
