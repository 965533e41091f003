import { Select, Textarea } from "@mantine/core";
import type { Ticket } from "@/client/types";
import { usePeople, usePods } from "@/features/desk/directory";
import { assigneeChoices } from "../triage/assignees";
import styles from "./Composer.module.css";
import type { ExpectationDraft } from "./draft";
import { NextUpdateField } from "./NextUpdateField";
import type { Missing } from "./rules";

type Props = {
  ticket: Ticket;
  draft: ExpectationDraft;
  change: (part: Partial<ExpectationDraft>) => void;
  missing: Missing;
};

export function ExpectationFields({ ticket, draft, change, missing }: Props) {
  const people = usePeople();
  const pod = usePods().find(({ id }) => id === ticket.pod?.id);
  const assignee = draft.assignee ?? ticket.assignee?.id;
  return (
    <div className={styles.expectation}>
      <Select
        label="Who has it"
        name="assignee"
        data={assigneeChoices(people, pod)}
        value={assignee === undefined ? null : String(assignee)}
        onChange={(value) => change({ assignee: value === null ? null : Number(value) })}
        searchable
        allowDeselect={false}
        nothingFoundMessage="Nobody of that name"
        error={missing.assignee}
      />
      <NextUpdateField
        value={draft.nextUpdateBy}
        assignee={assignee}
        change={(nextUpdateBy) => change({ nextUpdateBy })}
        error={missing.next_update_by}
      />
      <Textarea
        label="What to expect"
        name="what_to_expect"
        placeholder="We reproduce it on a copy first, so nothing changes for visitors."
        autosize
        minRows={1}
        maxRows={4}
        maxLength={2000}
        value={draft.whatToExpect}
        onChange={(event) => change({ whatToExpect: event.currentTarget.value })}
        error={missing.what_to_expect}
      />
      <Textarea
        label="Next step"
        name="next_step"
        placeholder="Somebody reads the logs of the last deployment."
        autosize
        minRows={1}
        maxRows={4}
        maxLength={2000}
        value={draft.nextStep}
        onChange={(event) => change({ nextStep: event.currentTarget.value })}
        error={missing.next_step}
      />
    </div>
  );
}
