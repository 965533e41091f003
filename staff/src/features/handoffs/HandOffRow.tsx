import { Button, Select, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Link } from "@tanstack/react-router";
import { UserRoundCheck } from "lucide-react";
import { useState } from "react";
import { refusalOf } from "@/client/refusal";
import type { HandOff, Named } from "@/client/types";
import { usePeople } from "@/features/desk/directory";
import { useSession } from "@/features/session/session";
import { useMinute } from "@/time/ticking";
import { Moment } from "@/ui/Moment";
import { Refused } from "@/ui/Refused";
import styles from "./HandOffs.module.css";
import { useHandOver } from "./handOffs";

type Props = { leaver: Named; entry: HandOff["tickets"][number] };

/** One ticket to hand over: to whom the desk suggests, to somebody else, or to oneself. */
export function HandOffRow({ leaver, entry: { ticket, suggested, why, escalates_to } }: Props) {
  const me = useSession().person;
  const others = usePeople().filter(({ id, active }) => active && id !== leaver.id && id !== suggested?.id);
  const late = Date.parse(ticket.due) < useMinute();
  const [note, setNote] = useState("");
  const handOver = useHandOver();

  function give(to: Named) {
    // The row that had the focus goes; the next one takes it.
    const row = document.activeElement?.closest<HTMLElement>("[data-hand-off]");
    const all = Array.from(document.querySelectorAll<HTMLElement>("[data-hand-off]"));
    const next = row ? (all[all.indexOf(row) + 1] ?? all[all.indexOf(row) - 1]) : undefined;
    handOver.mutate(
      {
        params: { path: { person: leaver.id, ref: ticket.ref } },
        body: { to: to.id, note: note.trim() || undefined },
      },
      {
        onSuccess: ({ warnings }) => {
          const whose = to.id === me.id ? "yours" : `${to.name}'s`;
          notifications.show({ message: [`${ticket.ref} is ${whose} now.`, ...warnings].join(" ") });
          next?.focus();
        },
      },
    );
  }

  return (
    <li className={styles.row} data-hand-off tabIndex={-1} aria-label={`${ticket.ref}, ${ticket.summary}`}>
      <div className={styles.ticket}>
        <Link to="/tickets/$ref" params={{ ref: ticket.ref }} className={styles.ref}>
          {ticket.ref}
        </Link>
        <span className={styles.summary}>{ticket.summary}</span>
        <span className={styles.due} data-late={late || undefined}>
          {late ? "late, was due" : "due"} <Moment at={ticket.due} />
        </span>
        <span className={styles.client}>{ticket.client?.name ?? "No client"}</span>
      </div>
      <p className={styles.why} data-nobody={suggested === null || undefined}>
        {suggested ? (
          <>
            <strong>{suggested.name}</strong> {why}
          </>
        ) : (
          <>
            <strong>{why || "Nobody can have it in time."}</strong>
            {escalates_to && !why.includes(escalates_to.name) && ` It goes to ${escalates_to.name}.`}
          </>
        )}
      </p>
      <div className={styles.give}>
        <TextInput
          className={styles.note}
          size="xs"
          placeholder="A note for them: where it stands, what is next"
          aria-label={`Note with ${ticket.ref}`}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {suggested && suggested.id !== me.id && (
          <Button
            size="xs"
            data-suggested
            loading={handOver.isPending}
            leftSection={<UserRoundCheck size={14} aria-hidden="true" />}
            onClick={() => give(suggested)}
          >
            Hand to {suggested.name}
          </Button>
        )}
        {me.id !== leaver.id && (
          <Button
            size="xs"
            variant={suggested?.id === me.id ? "filled" : "default"}
            data-myself
            data-suggested={suggested?.id === me.id || undefined}
            disabled={handOver.isPending}
            onClick={() => give(me)}
          >
            Take it myself
          </Button>
        )}
        <Select
          className={styles.other}
          size="xs"
          placeholder="Hand to …"
          aria-label={`Hand ${ticket.ref} to somebody else`}
          data={others.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={null}
          disabled={handOver.isPending}
          onChange={(value) => {
            const to = others.find(({ id }) => String(id) === value);
            if (to) give(to);
          }}
          searchable
          selectFirstOptionOnChange
          nothingFoundMessage="Nobody of that name"
        />
      </div>
      <Refused refusal={handOver.error ? refusalOf(handOver.error) : null} />
    </li>
  );
}
