import { Skeleton } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { ArrowLeft, Lock, MailOpen } from "lucide-react";
import { useEffect } from "react";
import { api } from "@/client/api";
import { refusalOf } from "@/client/refusal";
import { useSession } from "@/features/session/session";
import { EmptyState } from "@/ui/EmptyState";
import { Failure } from "@/ui/Failure";
import { useKeys } from "@/ui/keys/useKeys";
import { MailLetter } from "./MailLetter";
import { MailList } from "./MailList";
import styles from "./MailPage.module.css";
import { mailRoute } from "./route";

/** Where no mail server is set up, what the desk would send is read here. */
export function MailPage() {
  const { id } = mailRoute.useSearch();
  const { mail_readable_here: readable, person } = useSession();
  const navigate = useNavigate();
  const allowed = person.role === "manager";
  const mails = api.useQuery("get", "/api/v1/outgoing-mail", {}, { enabled: allowed, staleTime: 0 });

  useEffect(() => {
    document.title = "Outgoing mail";
  }, []);
  useKeys({ back: () => (id === undefined ? false : void navigate({ to: "/mail", search: {} })) });

  if (!allowed || (mails.error && refusalOf(mails.error).status === 403)) {
    return (
      <EmptyState icon={Lock} page title="For managers">
        Outgoing mail can hold private links of clients, so only managers read it.
      </EmptyState>
    );
  }
  return (
    <div className={styles.page} data-open={id !== undefined || undefined}>
      <h1 className="visually-hidden">Outgoing mail</h1>
      <section className={styles.list} aria-label="Mails">
        <header className={styles.bar}>
          <h2 className={styles.title}>Outgoing mail</h2>
          <p className={styles.words}>
            {readable
              ? "No mail server is set up. Nothing leaves this desk; what it would send is kept here."
              : "A mail server is set up, so mails leave the desk and are not kept readable."}
          </p>
        </header>
        {mails.isPending && <Skeleton height={200} m={16} w="auto" />}
        {mails.error && <Failure error={mails.error} retry={() => void mails.refetch()} />}
        {mails.data?.items.length === 0 && (
          <EmptyState icon={MailOpen} title="No mail yet">
            The first receipt appears here as soon as somebody writes in.
          </EmptyState>
        )}
        {mails.data && <MailList mails={mails.data.items} chosen={id} />}
      </section>
      <section className={styles.letter} aria-label="Mail">
        {id !== undefined && (
          <Link to="/mail" search={{}} className={styles.back}>
            <ArrowLeft size={16} aria-hidden="true" /> All mails
          </Link>
        )}
        {id === undefined ? (
          <EmptyState icon={MailOpen} title="Choose a mail">
            It is shown as the reader sees it, with its plain text beside it.
          </EmptyState>
        ) : (
          <MailLetter key={id} id={id} />
        )}
      </section>
    </div>
  );
}
