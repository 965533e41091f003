import { Button, Modal, Select, Skeleton } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "@/client/api";
import { openingsChanged, refusalOf } from "@/client/refusal";
import type { Account } from "@/client/types";
import { allTheSame, openingCount } from "@/features/rota/gate/gateWords";
import { News } from "@/features/rota/gate/News";
import { useRotaChanged } from "@/features/rota/rota";
import { Refused } from "@/ui/Refused";
import { SmallFailure } from "@/ui/SmallFailure";
import { usePeopleChanged } from "./accounts";
import { OpensWhenGone } from "./OpensWhenGone";
import styles from "./People.module.css";

type Props = { account: Account | null; others: Account[]; close: () => void };

/** What somebody has is seen before they go, and who takes it over is said. */
export function DeactivateDialog({ account, others, close }: Props) {
  return (
    <Modal opened={account !== null} onClose={close} title={`Deactivate ${account?.name ?? ""}?`} size="lg">
      {account && <DeactivateForm account={account} others={others} close={close} />}
    </Modal>
  );
}

const nobody = "nobody";
const listed = 200;

function DeactivateForm({ account, others, close }: Props & { account: Account }) {
  const peopleChanged = usePeopleChanged();
  const rotaChanged = useRotaChanged();
  const [heir, setHeir] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const query = { state: "active" as const, assignee: String(account.id), limit: listed };
  const { data, error, refetch } = api.useQuery(
    "get",
    "/api/v1/tickets",
    { params: { query } },
    { staleTime: 0 },
  );
  const path = { id: account.id };
  const looked = api.useQuery(
    "get",
    "/api/v1/people/{id}/deactivation",
    { params: { path } },
    { staleTime: 0, gcTime: 0, refetchOnWindowFocus: false },
  );
  const deactivate = api.useMutation("post", "/api/v1/people/{id}/deactivation", {
    onError: (refused) => {
      if (openingsChanged(refusalOf(refused))) void looked.refetch();
    },
    onSuccess: ({ name }) => {
      peopleChanged();
      rotaChanged();
      notifications.show({ message: `${name} is deactivated.` });
      close();
    },
  });
  const look = looked.data;
  if (error) return <SmallFailure error={error} retry={() => void refetch()} />;
  if (looked.error && !look) return <SmallFailure error={looked.error} retry={() => void looked.refetch()} />;
  if (!data || !look) return <Skeleton height={160} />;
  const opens = openingCount(look) > 0;
  const refusal = deactivate.error ? refusalOf(deactivate.error) : null;
  const news = refusal !== null && openingsChanged(refusal);
  const tickets = data.items;
  const count = data.next_cursor ? Math.max(account.open_tickets, tickets.length) : tickets.length;
  const heirs = others.filter(({ id, state }) => id !== account.id && state !== "deactivated");

  function go() {
    setAsked(true);
    if (count > 0 && heir === null) return;
    const to = heir === null || heir === nobody ? { unassign: true } : { hand_over_to: Number(heir) };
    deactivate.mutate({ params: { path }, body: { ...to, seen: look?.seen } });
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <p className={styles.words}>
        They are signed out everywhere and come in no more; their tokens end. What they did keeps their name.
        A new invitation brings them back.
      </p>
      {count === 0 ? (
        <p>{account.name} has no open tickets.</p>
      ) : (
        <>
          <div>
            <p className={styles.count}>
              {count === 1 ? "1 open ticket" : `${count} open tickets`} to hand over
            </p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
            <ul className={styles.tickets} tabIndex={0} aria-label="Open tickets">
              {tickets.map(({ ref, summary, client, contact_name }) => (
                <li key={ref}>
                  <Link to="/tickets/$ref" params={{ ref }} target="_blank">
                    {ref}
                  </Link>
                  <span className={styles.summary}>{summary}</span>
                  <span className={styles.dim}>{client?.name ?? contact_name}</span>
                </li>
              ))}
            </ul>
          </div>
          <Select
            label="Who takes them over"
            placeholder="Choose"
            data={[
              { value: nobody, label: "Nobody: coordinators assign them" },
              {
                group: "People",
                items: heirs.map(({ id, name, open_tickets }) => ({
                  value: String(id),
                  label: `${name} (${open_tickets} open)`,
                })),
              },
            ]}
            value={heir}
            onChange={setHeir}
            searchable
            selectFirstOptionOnChange
            allowDeselect={false}
            nothingFoundMessage="Nobody of that name"
            error={asked && heir === null ? "Choose who takes them over, or nobody." : undefined}
          />
        </>
      )}
      {news && <News />}
      <OpensWhenGone look={look} />
      <Refused refusal={news ? null : refusal} />
      <div className={styles.buttons}>
        <Button variant="default" data-autofocus={count === 0 || undefined} onClick={close}>
          Cancel
        </Button>
        <Button
          type="submit"
          variant={opens ? "default" : "filled"}
          loading={deactivate.isPending}
          disabled={looked.isFetching}
        >
          {opens ? allTheSame(look) : count === 0 ? "Deactivate" : "Hand over and deactivate"}
        </Button>
      </div>
    </form>
  );
}
