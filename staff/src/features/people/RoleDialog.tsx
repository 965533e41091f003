import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { api } from "@/client/api";
import { refusalOf } from "@/client/refusal";
import type { Account } from "@/client/types";
import { Refused } from "@/ui/Refused";
import { usePeopleChanged } from "./accounts";
import styles from "./People.module.css";
import { RoleChoice } from "./RoleChoice";

export function RoleDialog({ account, close }: { account: Account | null; close: () => void }) {
  return (
    <Modal
      opened={account !== null}
      onClose={close}
      title={`Another role for ${account?.name ?? ""}`}
      size="md"
    >
      {account && <RoleForm account={account} close={close} />}
    </Modal>
  );
}

function RoleForm({ account, close }: { account: Account; close: () => void }) {
  const changed = usePeopleChanged();
  const [role, setRole] = useState(account.role);
  const change = api.useMutation("put", "/api/v1/people/{id}/role", {
    onSuccess: () => {
      changed();
      close();
    },
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ params: { path: { id: account.id } }, body: { role } });
      }}
    >
      <RoleChoice value={role} change={setRole} />
      <p className={styles.words}>They are signed out everywhere and sign in again, with their password.</p>
      <Refused refusal={change.error ? refusalOf(change.error) : null} />
      <div className={styles.buttons}>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button type="submit" disabled={role === account.role} loading={change.isPending}>
          Change the role
        </Button>
      </div>
    </form>
  );
}
