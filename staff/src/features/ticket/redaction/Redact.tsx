import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { api } from "@/client/api";
import type { ContactReach, Ticket, TimelineEntry } from "@/client/types";
import { Refused } from "@/ui/Refused";
import { useFocusOnceHere } from "@/ui/useFocusOnceHere";
import dialog from "../Confirm.module.css";
import type { TicketActions } from "../useTicketActions";
import { redactable } from "./redactable";

type Props = { what: "person" | TimelineEntry; ticket: Ticket; actions: TicketActions; close: () => void };

/** Asks why before words are removed for good, and says what that does. */
export default function Redact({ what, ticket, actions, close }: Props) {
  const [reason, setReason] = useState("");
  const field = useFocusOnceHere<HTMLTextAreaElement>();
  const person = what === "person";
  const verb = person ? "redact_contact" : "redact";
  const refused = actions.refused?.verb === verb ? actions.refused.refusal : null;
  const [everywhere, setEverywhere] = useState(false);
  const { data: reach } = api.useQuery(
    "get",
    "/api/v1/tickets/{ref}/contact/redaction",
    { params: { path: { ref: ticket.ref } } },
    { enabled: person, staleTime: 0 },
  );
  const unverified = reach?.verified === false;
  const send = () =>
    person
      ? actions.redact_contact(unverified && everywhere ? { reason, everywhere } : { reason })
      : actions.redact({ seq: what.seq, reason });
  return (
    <form
      className={dialog.question}
      onSubmit={(event) => {
        event.preventDefault();
        void send().then((done) => done && close());
      }}
    >
      {person ? (
        <>
          <p>
            The name, the address and everything {ticket.contact.name} wrote, with the files, leave{" "}
            {unverified ? "this ticket" : "all their tickets"} for good; the private links stop working
            {unverified ? "." : ", and they leave the directory."} What your people wrote stays, internal
            notes too: redact such messages one by one.
          </p>
          {reach && <Reach reach={reach} />}
          {unverified && (reach.tickets > 1 || reach.others > 0) && (
            <label>
              <input
                type="checkbox"
                checked={everywhere}
                onChange={({ currentTarget }) => setEverywhere(currentTarget.checked)}
              />{" "}
              It is theirs: redact them everywhere
            </label>
          )}
        </>
      ) : (
        <p>
          {whatGoes(what)} for good, for the client as well. The record keeps that it was there, who redacted
          it, when and why.
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
          {person ? "Redact the contact" : `Redact the ${redactable(what)}`}
        </Button>
      </div>
    </form>
  );
}

const whatGoes = ({ type, by, estimate }: TimelineEntry) =>
  type === "estimated"
    ? `The plan of estimate ${estimate} and the words of its lines, not its times and its price, are gone`
    : `The words and files of this message by ${by.name} are gone`;

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** How far it goes, in numbers, before it is done. */
function Reach({ reach: { verified, tickets, others } }: { reach: ContactReach }) {
  const of = counted(tickets, "ticket", "tickets");
  const named = others > 0 && `; named on ${counted(others, "other", "others")}`;
  if (verified)
    return (
      <p>
        {of} of theirs{named}.
      </p>
    );
  return (
    <p>
      <strong>Unverified:</strong> this ticket came by the open form, where anybody can type any address. {of}{" "}
      {tickets === 1 ? "has" : "have"} this address{named}.
    </p>
  );
}
