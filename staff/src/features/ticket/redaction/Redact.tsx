import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import type { Ticket, TimelineEntry } from "@/client/types";
import { Refused } from "@/ui/Refused";
import { useFocusOnceHere } from "@/ui/useFocusOnceHere";
import dialog from "../Confirm.module.css";
import type { TicketActions } from "../useTicketActions";

type Props = { what: "person" | TimelineEntry; ticket: Ticket; actions: TicketActions; close: () => void };

/** Asks why before words are removed for good, and says what that does. */
export default function Redact({ what, ticket, actions, close }: Props) {
  const [reason, setReason] = useState("");
  const field = useFocusOnceHere<HTMLTextAreaElement>();
  const person = what === "person";
  const verb = person ? "redact_contact" : "redact";
  const refused = actions.refused?.verb === verb ? actions.refused.refusal : null;
  const send = () =>
    person ? actions.redact_contact({ reason }) : actions.redact({ seq: what.seq, reason });
  return (
    <form
      className={dialog.question}
      onSubmit={(event) => {
        event.preventDefault();
        void send().then((done) => done && close());
      }}
    >
      {person ? (
        <p>
          The name, the address and everything {ticket.contact.name} wrote, with the files, leave all their
          tickets for good; their private links stop working, and they leave the directory. What your people
          wrote to them stays: redact such messages one by one.
        </p>
      ) : (
        <p>
          The words and files of this message by {what.by.name} are gone for good, for the client as well. The
          record keeps that it was there, who redacted it, when and why.
        </p>
      )}
      <p>Nobody can take this back. Backups made before keep the words until they are deleted.</p>
      <Textarea
        ref={field}
        data-autofocus
        label="Why"
        description="Kept for good. Do not repeat what is to go."
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <Refused refusal={refused} />
      {actions.conflict && (
        <p role="alert">Somebody changed this ticket meanwhile. Look at it, and try again.</p>
      )}
      <div className={dialog.buttons}>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button type="submit" color="red" disabled={reason.trim() === ""} loading={actions.pending === verb}>
          {person ? "Redact the contact" : "Redact the message"}
        </Button>
      </div>
    </form>
  );
}
