import { Button, Select } from "@mantine/core";
import { type KeyboardEvent, type SubmitEvent, useEffect, useRef, useState } from "react";
import type { Pod, Ticket } from "@/client/types";
import { ClientBalance } from "@/features/agreements/ClientBalance";
import { useClients, usePeople, usePods } from "@/features/desk/directory";
import { useKeys } from "@/ui/keys/useKeys";
import { Refused } from "@/ui/Refused";
import type { TriageFocus } from "../facts/Side";
import type { TicketActions } from "../useTicketActions";
import { assigneeChoices } from "./assignees";
import { Suggested } from "./Suggested";
import { TierChoice } from "./TierChoice";
import styles from "./TriageForm.module.css";
import { eligibleOf, useSuggestions } from "./useSuggestions";

type Props = { ticket: Ticket; actions: TicketActions; focus: TriageFocus; close: () => void };

/** How bad it is and whose it becomes: at first, and again to correct or reassign. */
export function TriageForm({ ticket, actions, focus, close }: Props) {
  const people = usePeople();
  const pods = usePods();
  const clients = useClients();
  const clientPod = clients.find(({ id }) => id === ticket.client?.id)?.pod?.id;
  const [tier, setTier] = useState(ticket.tier ?? ticket.provisional_tier);
  const [chosenPod, setPod] = useState<number | null>(ticket.pod?.id ?? null);
  const [chosen, setAssignee] = useState<number | null>(ticket.assignee?.id ?? null);
  const suggestions = useSuggestions(ticket.ref, true);
  const best = eligibleOf(suggestions.data?.candidates ?? [])[0]?.person.id ?? null;
  // Until somebody chooses, the best stands there, one key away; never under the hands of who types a name already.
  const [ahead, setAhead] = useState(false);
  const assignee = chosen ?? (ahead ? null : best);
  const pod = chosenPod ?? clientPod ?? podOf(pods, assignee);
  const [asked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const who = useRef<HTMLInputElement>(null);
  const first = ticket.tier === null;
  const podNow = pods.find(({ id }) => id === pod);
  const personNow = people.find(({ id }) => id === assignee);
  const outsider = podNow && assignee !== null && !podNow.members.some(({ id }) => id === assignee);

  useEffect(() => {
    if (focus === "tier") form.current?.querySelector<HTMLInputElement>("input:checked")?.focus();
    if (focus === "assignee") who.current?.focus();
  }, [focus]);
  useKeys({
    suggested: () => (best === null ? false : void save(best)),
    send: () => (form.current?.contains(document.activeElement) ? form.current.requestSubmit() : false),
    back: () => {
      // Who writes elsewhere leaves that field first.
      const writing = document.activeElement?.closest("form");
      if (writing && writing !== form.current) return false;
      return !first || focus ? close() : false;
    },
  });

  async function save(person: number | null) {
    setAsked(true);
    setAssignee(person);
    const whose = chosenPod ?? clientPod ?? podOf(pods, person);
    if (whose === null || person === null) return who.current?.focus();
    if (await actions.triage({ tier, pod: whose, assignee: person })) close();
  }

  function submit(event: SubmitEvent) {
    event.preventDefault();
    void save(assignee);
  }

  // Keys are the fields' while one stands in them; a radio button takes no letters.
  function onKeyDown(event: KeyboardEvent) {
    const radio = event.target instanceof HTMLInputElement && event.target.type === "radio";
    if (!radio || event.key !== "s" || event.ctrlKey || event.metaKey || event.altKey || best === null)
      return;
    event.preventDefault();
    void save(best);
  }

  return (
    <form ref={form} className={styles.form} onSubmit={submit} onKeyDown={onKeyDown}>
      <h2 className={styles.title}>{first ? "Triage" : "Correct or reassign"}</h2>
      <TierChoice tier={tier} setTier={setTier} suggested={ticket.provisional_tier} />
      {ticket.client && <ClientBalance client={ticket.client} tier={tier} />}
      <Suggested
        suggestions={suggestions.data}
        error={suggestions.error}
        retry={() => void suggestions.refetch()}
        chosen={assignee}
        choose={setAssignee}
      />
      <div className={styles.who}>
        <Select
          label="Pod"
          placeholder="Choose"
          data={pods.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={pod === null ? null : String(pod)}
          onChange={(value) => setPod(value === null ? null : Number(value))}
          selectFirstOptionOnDropdownOpen
          allowDeselect={false}
          error={asked && pod === null ? "Choose a pod." : undefined}
        />
        <Select
          ref={who}
          label="Assignee"
          placeholder="Choose"
          data={assigneeChoices(people, podNow)}
          value={assignee === null ? null : String(assignee)}
          onChange={(value) => setAssignee(value === null ? null : Number(value))}
          searchable
          selectFirstOptionOnChange
          selectFirstOptionOnDropdownOpen
          openOnFocus={focus === "assignee"}
          onFocus={({ currentTarget }) => {
            if (!suggestions.data) setAhead(true);
            // What is typed replaces who stands there; the click that gives the focus sets its caret afterwards.
            currentTarget.select();
            requestAnimationFrame(() => currentTarget.value === personNow?.name && currentTarget.select());
          }}
          allowDeselect={false}
          nothingFoundMessage="Nobody of that name"
          error={asked && assignee === null ? "Choose who has it." : undefined}
        />
      </div>
      {outsider && (
        <p className={styles.hint}>Not in pod {podNow.name}. That is allowed; the desk will mention it.</p>
      )}
      <Refused refusal={actions.refused?.verb === "triage" ? actions.refused.refusal : null} />
      <div className={styles.buttons}>
        {!first && (
          <Button variant="default" size="xs" onClick={close}>
            Cancel
          </Button>
        )}
        <Button type="submit" size="xs" loading={actions.pending === "triage"}>
          {first ? "Triage and open" : "Save"}
        </Button>
      </div>
    </form>
  );
}

/** Where the client has no pod, the assignee's. */
const podOf = (pods: Pod[], person: number | null) =>
  pods.find(({ members }) => members.some(({ id }) => id === person))?.id ?? null;
