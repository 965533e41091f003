import { Button, Select, Textarea, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type SubmitEvent, useRef, useState } from "react";
import type { Refusal } from "@/client/refusal";
import type { NewTicket } from "@/client/types";
import { useClients } from "@/features/desk/directory";
import { lastQueue } from "@/features/queue/lastQueue";
import { Keys } from "@/ui/keys/Keys";
import { useKeys } from "@/ui/keys/useKeys";
import { Refused } from "@/ui/Refused";
import { ImpactChoice, LiveChoice } from "./choices";
import styles from "./IntakePage.module.css";
import { fieldErrors, type IntakeErrors, intakeErrors, newTicketOf, webAddress } from "./intakeDraft";
import { useIntakeDraft } from "./useIntakeDraft";

type Props = { write: (body: NewTicket) => Promise<boolean>; refusal: Refusal | null; busy: boolean };

export function IntakeForm({ write, refusal, busy }: Props) {
  const { draft, change, forget } = useIntakeDraft();
  const clients = useClients();
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const [own, setOwn] = useState<IntakeErrors>({});
  const errors = { ...(refusal ? fieldErrors(refusal.fields) : {}), ...own };
  const contacts = clients.flatMap((client) =>
    client.contacts.map((contact) => ({ ...contact, client: client.name })),
  );
  const known = contacts.find(({ email }) => email.toLowerCase() === draft.email.trim().toLowerCase());

  useKeys({
    send: () => form.current?.requestSubmit(),
    back: () => void navigate({ to: "/", search: lastQueue() }),
  });

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const lacking = intakeErrors(draft);
    setOwn(lacking);
    if (Object.keys(lacking).length > 0) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
      return;
    }
    if (await write(newTicketOf(draft))) forget();
  }

  return (
    <form ref={form} className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <h1 className={styles.title}>New ticket</h1>
      <p className={styles.lead}>
        For a client on the phone. They get the same receipt and promises as from the form.
      </p>

      <fieldset className={styles.group}>
        <legend>Who is it?</legend>
        <Select
          label="Known contact"
          placeholder="Name, address or client"
          data={clients.map((client) => ({
            group: client.name,
            items: client.contacts.map(({ name, email }) => ({ value: email, label: `${name}, ${email}` })),
          }))}
          value={known?.email ?? null}
          onChange={(email) => {
            const chosen = contacts.find((contact) => contact.email === email);
            if (chosen) change({ name: chosen.name, email: chosen.email, company: "" });
          }}
          searchable
          selectFirstOptionOnChange
          selectFirstOptionOnDropdownOpen
          autoFocus
          openOnFocus={false}
          nothingFoundMessage="Not known; write name and address below"
        />
        <div className={styles.pair}>
          <TextInput
            label="Name"
            value={draft.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
            error={errors.name}
            autoComplete="off"
          />
          <TextInput
            label="Mail address"
            type="email"
            value={draft.email}
            onChange={(event) => change({ email: event.currentTarget.value })}
            error={errors.email}
            autoComplete="off"
          />
        </div>
        {known ? (
          <p className={styles.hint}>{known.client}: their promises count.</p>
        ) : (
          <TextInput
            label="Company"
            description="If they are no client of ours yet"
            value={draft.company}
            onChange={(event) => change({ company: event.currentTarget.value })}
            autoComplete="off"
          />
        )}
      </fieldset>

      <fieldset className={styles.group}>
        <legend>What is it about?</legend>
        <Textarea
          label="In their words"
          autosize
          minRows={4}
          maxRows={14}
          maxLength={100_000}
          value={draft.description}
          onChange={(event) => change({ description: event.currentTarget.value })}
          error={errors.description}
        />
        <div className={styles.pair}>
          <TextInput
            label="Site"
            placeholder="https://"
            inputMode="url"
            value={draft.site}
            onChange={(event) => change({ site: event.currentTarget.value })}
            onBlur={(event) => change({ site: webAddress(event.currentTarget.value) })}
            error={errors.site}
          />
          <TextInput
            label="Page"
            placeholder="If it is one page"
            inputMode="url"
            value={draft.page}
            onChange={(event) => change({ page: event.currentTarget.value })}
            onBlur={(event) => change({ page: webAddress(event.currentTarget.value) })}
            error={errors.page}
          />
        </div>
        <LiveChoice value={draft.live} change={(live) => change({ live })} />
        <ImpactChoice value={draft.impact} change={(impact) => change({ impact })} error={errors.impact} />
      </fieldset>

      <Refused refusal={refusal} />
      <div className={styles.buttons}>
        <Button
          type="submit"
          loading={busy}
          rightSection={<Keys keys={["Mod+Enter"]} />}
          className={styles.send}
        >
          Write it down
        </Button>
      </div>
    </form>
  );
}
