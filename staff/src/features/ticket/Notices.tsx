import { CloseButton } from "@mantine/core";
import { Info, TriangleAlert, UsersRound } from "lucide-react";
import type { ReactNode } from "react";
import { eventInShort } from "@/ui/eventWords";
import { Moment } from "@/ui/Moment";
import styles from "./Notices.module.css";
import type { TicketActions } from "./useTicketActions";

/** What the desk has to say about what was just done: doubts, somebody else's change, a refusal. */
export function Notices({ actions }: { actions: TicketActions }) {
  const { conflict, warnings, refused, dismiss } = actions;
  // The forms show their own refusals; these verbs have no form.
  const loose = refused && ["resume", "reopen", "link"].includes(refused.verb) ? refused.refusal : null;
  return (
    <div className={styles.notices} aria-live="polite">
      {conflict && (
        <Notice icon={<UsersRound size={16} aria-hidden="true" />} dismiss={dismiss}>
          <strong>Somebody changed this ticket while you were writing.</strong> Nothing was sent and what you
          typed is kept. The ticket above is up to date now; look, and send again.
          {conflict.length > 0 && (
            <ul className={styles.changes}>
              {conflict.map(({ seq, type, by, at }) => (
                <li key={seq}>
                  {eventInShort(type, by.name)}, <Moment at={at} relative />
                </li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      {warnings.length > 0 && (
        <Notice icon={<Info size={16} aria-hidden="true" />} dismiss={dismiss}>
          <strong>Done, with a doubt.</strong> {warnings.join(" ")}
        </Notice>
      )}
      {loose && (
        <Notice icon={<TriangleAlert size={16} aria-hidden="true" />}>
          <strong>{loose.title}</strong> {loose.detail}
        </Notice>
      )}
    </div>
  );
}

function Notice({ icon, children, dismiss }: { icon: ReactNode; children: ReactNode; dismiss?: () => void }) {
  return (
    <div className={styles.notice}>
      {icon}
      <div>{children}</div>
      {dismiss && <CloseButton size="sm" aria-label="Dismiss" onClick={dismiss} />}
    </div>
  );
}
