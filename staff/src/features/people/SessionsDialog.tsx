import { Button, Modal, Skeleton } from "@mantine/core";
import { api } from "@/client/api";
import { refusalOf } from "@/client/refusal";
import type { Account } from "@/client/types";
import { SessionList } from "@/features/account/SessionList";
import { Refused } from "@/ui/Refused";
import { SmallFailure } from "@/ui/SmallFailure";
import { usePeopleChanged } from "./accounts";
import styles from "./People.module.css";

export function SessionsDialog({ account, close }: { account: Account | null; close: () => void }) {
  return (
    <Modal
      opened={account !== null}
      onClose={close}
      title={`Where ${account?.name ?? ""} is signed in`}
      size="md"
    >
      {account && <Sessions id={account.id} close={close} />}
    </Modal>
  );
}

function Sessions({ id, close }: { id: number; close: () => void }) {
  const changed = usePeopleChanged();
  const params = { path: { id } };
  const { data, error, refetch } = api.useQuery(
    "get",
    "/api/v1/people/{id}/sessions",
    { params },
    { staleTime: 0 },
  );
  const end = api.useMutation("delete", "/api/v1/people/{id}/sessions", {
    onSuccess: () => {
      changed();
      close();
    },
  });
  if (error) return <SmallFailure error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton height={96} />;
  const others = data.items.filter(({ this_one }) => !this_one);
  return (
    <div className={styles.form}>
      {data.items.length === 0 ? <p>Nowhere at the moment.</p> : <SessionList items={data.items} />}
      <Refused refusal={end.error ? refusalOf(end.error) : null} />
      <div className={styles.buttons}>
        <Button variant="default" data-autofocus onClick={close}>
          Close
        </Button>
        {others.length > 0 && (
          <Button loading={end.isPending} onClick={() => end.mutate({ params })}>
            Sign out everywhere
          </Button>
        )}
      </div>
    </div>
  );
}
