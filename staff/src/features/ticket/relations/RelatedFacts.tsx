import { ActionIcon, Tooltip } from "@mantine/core";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import type { Related, Ticket } from "@/client/types";
import { StatusMark } from "@/ui/StatusMark";
import type { TicketActions } from "../useTicketActions";
import styles from "./Relations.module.css";
import { TicketLink } from "./TicketLink";
import { relationWords } from "./words";

/** Other tickets this one has to do with: reference, first words, status. */
export function RelatedFacts({ ticket, actions }: { ticket: Ticket; actions: TicketActions }) {
  const { links, merged, merged_into: into } = ticket;
  const mayLink = ticket.allowed.includes("link");
  return (
    <>
      {into && <Line name="Merged into" other={into} />}
      {merged.map((other) => (
        <Line key={other.ref} name="Merged in" other={other} />
      ))}
      {links.map(({ relation, ticket: other }) => (
        <Line key={other.ref} name={relationWords[relation]} other={other}>
          {mayLink && relation === "related" && (
            <Tooltip label="Take the link back">
              <ActionIcon
                variant="subtle"
                color="gray"
                size={22}
                aria-label={`Take the link to ${other.ref} back`}
                loading={actions.pending === "link"}
                onClick={() => void actions.unlink(other.ref)}
              >
                <X size={13} aria-hidden="true" />
              </ActionIcon>
            </Tooltip>
          )}
        </Line>
      ))}
    </>
  );
}

function Line({ name, other, children }: { name: string; other: Related; children?: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <span className={styles.related}>
          <TicketLink ticketRef={other.ref} />
          <StatusMark status={other.status} />
          {children}
        </span>
        <span className={styles.summary}>{other.summary}</span>
      </dd>
    </>
  );
}
