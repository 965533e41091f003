import { Button, Modal, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { api } from "@/client/api";
import { refusalOf } from "@/client/refusal";
import type { Role } from "@/client/types";
import { useSession } from "@/features/session/session";
import { Refused } from "@/ui/Refused";
import { usePeopleChanged } from "./accounts";
import styles from "./People.module.css";
import { RoleChoice } from "./RoleChoice";

/** Without a mail server a manager passes the link on. */
export function invitedInWords(name: string, noServer: boolean): string {
  return noServer
    ? `${name} is invited. This desk sends no mail: pass on the link that stands in Outgoing mail.`
    : `${name} is invited. The link goes by mail and works for seven days.`;
}

const nobody = { name: "", email: "", role: "member" as Role };

export function InviteDialog({ opened, close }: { opened: boolean; close: () => void }) {
  const changed = usePeopleChanged();
  const { mail_readable_here: noServer } = useSession();
  const [typed, setTyped] = useState(nobody);
  const invite = api.useMutation("post", "/api/v1/people", {
    onSuccess: ({ name }) => {
      changed();
      notifications.show({ message: invitedInWords(name, noServer) });
      setTyped(nobody);
      close();
    },
  });
  const refusal = invite.error ? refusalOf(invite.error) : null;
  const { name: nameWrong, email: mailWrong, ...others } = refusal?.fields ?? {};
  return (
    <Modal opened={opened} onClose={close} title="Invite somebody" size="md">
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate({ body: typed });
        }}
      >
        <TextInput
          label="Name"
          description="As clients will read it under answers."
          autoComplete="off"
          maxLength={200}
          data-autofocus
          value={typed.name}
          error={nameWrong}
          onChange={({ currentTarget: { value } }) => setTyped((before) => ({ ...before, name: value }))}
        />
        <TextInput
          label="Mail address"
          type="email"
          autoComplete="off"
          maxLength={254}
          value={typed.email}
          error={mailWrong}
          onChange={({ currentTarget: { value } }) => setTyped((before) => ({ ...before, email: value }))}
        />
        <RoleChoice value={typed.role} change={(role) => setTyped((before) => ({ ...before, role }))} />
        {refusal && !nameWrong && !mailWrong && <Refused refusal={{ ...refusal, fields: others }} />}
        <div className={styles.buttons}>
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={invite.isPending}>
            Invite
          </Button>
        </div>
      </form>
    </Modal>
  );
}
