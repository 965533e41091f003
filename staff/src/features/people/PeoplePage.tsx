import { Button, Skeleton } from "@mantine/core";
import { Lock, UserPlus } from "lucide-react";
import { useEffect, useState } from "react";
import { refusalOf } from "@/client/refusal";
import { useSession } from "@/features/session/session";
import { EmptyState } from "@/ui/EmptyState";
import { Failure } from "@/ui/Failure";
import { inOrder, useAccounts } from "./accounts";
import { DeactivateDialog } from "./DeactivateDialog";
import { InviteDialog } from "./InviteDialog";
import styles from "./People.module.css";
import { PeopleTable } from "./PeopleTable";
import type { Asked } from "./PersonMenu";
import { RoleDialog } from "./RoleDialog";
import { SessionsDialog } from "./SessionsDialog";

/** Who works at the desk: invited, given another role, and let go. */
export function PeoplePage() {
  const allowed = useSession().person.role === "manager";
  const { data, error, refetch } = useAccounts(allowed);
  const [inviting, setInviting] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => {
    document.title = "People";
  }, []);

  if (!allowed || (error && refusalOf(error).status === 403)) {
    return (
      <EmptyState icon={Lock} page title="For managers">
        Managers invite people and say what they may do. Ask one of them.
      </EmptyState>
    );
  }
  const close = () => setAsked(null);
  return (
    <div className={styles.page}>
      <div className={styles.sheet}>
        <header className={styles.head}>
          <h1 className={styles.title}>People</h1>
          <Button
            size="sm"
            leftSection={<UserPlus size={15} aria-hidden="true" />}
            onClick={() => setInviting(true)}
          >
            Invite somebody
          </Button>
        </header>
        {error && !data && <Failure error={error} retry={() => void refetch()} />}
        {!error && !data && <Skeleton height={320} />}
        {data && <PeopleTable accounts={inOrder(data.items)} ask={setAsked} />}
      </div>
      <InviteDialog opened={inviting} close={() => setInviting(false)} />
      <RoleDialog account={asked?.what === "role" ? asked.account : null} close={close} />
      <SessionsDialog account={asked?.what === "sessions" ? asked.account : null} close={close} />
      <DeactivateDialog
        account={asked?.what === "deactivate" ? asked.account : null}
        others={data?.items ?? []}
        close={close}
      />
    </div>
  );
}
