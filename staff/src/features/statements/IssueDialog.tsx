import { Button, Modal } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { refusalOf, titled } from "@/client/refusal";
import { minutesInWords } from "@/time/duration";
import { Refused } from "@/ui/Refused";
import { monthWords } from "./months";
import styles from "./Statements.module.css";
import { useIssue, useStatements } from "./statements";

type Props = {
  opened: boolean;
  client: number;
  name: string;
  month: string;
  /** Minutes nobody has approved. */
  held: number;
  close: () => void;
};

/** Asks before a month is frozen: there is no way back. */
export function IssueDialog({ opened, client, name, month, held, close }: Props) {
  const issue = useIssue((number) => {
    notifications.show({ message: `Statement ${number} is issued.` });
    close();
  });
  const leave = () => {
    issue.reset();
    close();
  };
  return (
    <Modal opened={opened} onClose={leave} title={`Issue ${monthWords(month)} for ${name}?`} size="md">
      <div className={styles.dialog}>
        <p>
          The statement gets its number and stays as it is now. The time it holds is locked: nobody corrects
          it any more, and what is written down later for {monthWords(month)} counts in the next month that is
          not stated yet.
        </p>
        <Told client={client} month={month} />
        {held > 0 && <p>{minutesInWords(held)} are held and not charged; nobody has approved them yet.</p>}
        <Refused refusal={titled(issue.error ? refusalOf(issue.error) : null, "It cannot be issued now.")} />
        <div className={styles.buttons}>
          <Button variant="default" onClick={leave}>
            Cancel
          </Button>
          <Button
            data-autofocus
            loading={issue.isPending}
            onClick={() => issue.mutate({ params: { path: { client, month } } })}
          >
            Issue the statement
          </Button>
        </div>
      </div>
    </Modal>
  );
}

/** Who gets it by mail. */
function Told({ client, month }: Pick<Props, "client" | "month">) {
  const { data } = useStatements(month, true);
  const tells = data?.items.find((item) => item.client.id === client)?.tells;
  if (!tells) return null;
  return (
    <p>
      {tells.length > 0
        ? `${tells.join(", ")} ${tells.length === 1 ? "gets" : "get"} it by mail, with a page of their own.`
        : "None of the client's contacts may approve, so nobody gets it by mail."}
    </p>
  );
}
