import { Button, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "@/client/api";
import type { Ticket, TicketSummary } from "@/client/types";
import { Refused } from "@/ui/Refused";
import { StatusMark } from "@/ui/StatusMark";
import { useFocusOnceHere } from "@/ui/useFocusOnceHere";
import dialog from "../Confirm.module.css";
import type { TicketActions } from "../useTicketActions";
import styles from "./Relations.module.css";

type Props = { how: "link" | "merge"; ticket: Ticket; actions: TicketActions; close: () => void };

const words = {
  link: "Both tickets show each other, and each goes on by itself. The client is not told.",
  merge:
    "This is an end for this ticket: its clocks stop unjudged, and its messages stand in the other one. The client is told by mail where it goes on. Only tickets of the same client can be merged.",
};

/** Names the other ticket: found by reference, address, contact or client; those of the client come first. */
export default function Relate({ how, ticket, actions, close }: Props) {
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 200);
  const [chosen, setChosen] = useState<TicketSummary | null>(null);
  const field = useFocusOnceHere<HTMLInputElement>();
  const offered = search || ticket.contact.email;
  const { data, isFetching } = api.useQuery(
    "get",
    "/api/v1/tickets",
    { params: { query: { q: offered, limit: 20 } } },
    { placeholderData: keepPreviousData },
  );
  const found = (data?.items ?? []).filter(
    ({ ref, status }) => ref !== ticket.ref && (how === "link" || (status !== "spam" && status !== "merged")),
  );
  const refused = actions.refused?.verb === how ? actions.refused.refusal : null;
  const stale = actions.conflict !== null;
  const sent = (answer: Promise<boolean>) => void answer.then((done) => done && close());
  const send = () => chosen && sent(actions[how](chosen.ref));
  // Whoever sent the open form would read what is answered here: said knowingly, or the other way round.
  const intoForm = refused?.fields.into_open_form !== undefined && chosen !== null;
  return (
    <form
      className={styles.dialog}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p>{words[how]}</p>
      <TextInput
        ref={field}
        data-autofocus
        label="Find the other ticket"
        placeholder="P-1042, an address, a name"
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      {found.length > 0 ? (
        <ul className={styles.found} aria-label="Tickets found">
          {found.map((other) => (
            <li key={other.ref}>
              <label className={styles.choice}>
                <input
                  type="radio"
                  name="other"
                  aria-label={`${other.ref}: ${other.summary}`}
                  checked={chosen?.ref === other.ref}
                  onChange={() => {
                    setChosen(other);
                    actions.forgive();
                  }}
                />
                <span>
                  <span className={styles.ref}>{other.ref}</span> {other.summary}
                </span>
                <StatusMark status={other.status} />
                <span className={styles.who}>
                  {other.contact_name}
                  {other.client && `, ${other.client.name}`}
                </span>
              </label>
            </li>
          ))}
        </ul>
      ) : (
        !isFetching && (
          <p className={styles.none}>
            {search
              ? "Nothing found. Try the whole reference, or how the contact's name begins."
              : `${ticket.contact.name} has no other ticket; find one above.`}
          </p>
        )
      )}
      <Refused refusal={refused} />
      {stale && <p role="alert">Somebody changed this ticket meanwhile. Look at it, and try again.</p>}
      <div className={dialog.buttons}>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        {intoForm && (
          <>
            <Button variant="default" onClick={() => sent(actions.merge(chosen.ref, true))}>
              I know who sent it: merge into {chosen.ref}
            </Button>
            <Button loading={actions.pending === how} onClick={() => sent(actions.mergeHere(chosen.ref))}>
              Merge {chosen.ref} into this one
            </Button>
          </>
        )}
        {!intoForm && (
          <Button type="submit" disabled={!chosen} loading={actions.pending === how}>
            {how === "merge" ? "Merge into" : "Link"} {chosen?.ref ?? "…"}
          </Button>
        )}
      </div>
    </form>
  );
}
