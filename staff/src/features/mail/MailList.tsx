import { Link } from "@tanstack/react-router";
import type { OutgoingMailSummary } from "@/client/types";
import { Moment } from "@/ui/Moment";
import styles from "./MailPage.module.css";

export const mailStates: Record<OutgoingMailSummary["state"], string> = {
  waiting: "Waiting",
  sent: "Sent",
  kept: "Kept here",
  failed: "Not sent",
};

export function MailList({ mails, chosen }: { mails: OutgoingMailSummary[]; chosen: number | undefined }) {
  return (
    <ul className={styles.mails}>
      {mails.map(({ id, subject, to, created_at, state }) => (
        <li key={id}>
          <Link
            to="/mail"
            search={{ id }}
            className={styles.mail}
            data-chosen={id === chosen || undefined}
            aria-current={id === chosen ? "true" : undefined}
          >
            <span className={styles.subject}>{subject}</span>
            <span className={styles.when}>
              <Moment at={created_at} relative />
            </span>
            <span className={styles.to}>{to}</span>
            <span className={styles.state} data-state={state}>
              {mailStates[state]}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
