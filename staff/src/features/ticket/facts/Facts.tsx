import { Button } from "@mantine/core";
import { ShieldQuestion } from "lucide-react";
import type { ReactNode } from "react";
import type { Ticket } from "@/client/types";
import { Moment } from "@/ui/Moment";
import { PersonTag, Unassigned } from "@/ui/PersonTag";
import { TierBadge } from "@/ui/TierBadge";
import { impactWords, useTierTitle } from "@/ui/tiers";
import { OutsideLink } from "../conversation/Request";
import { RelatedFacts } from "../relations/RelatedFacts";
import { ratingWords } from "../relations/words";
import type { TicketActions } from "../useTicketActions";
import type { TriageFocus } from "./Side";
import styles from "./Side.module.css";

const sources: Record<Ticket["source"], string> = {
  form: "Public form",
  api: "API",
  staff: "Written down by staff",
};

type Props = { ticket: Ticket; actions: TicketActions; change?: (focus: TriageFocus) => void };

export function Facts({ ticket, actions, change }: Props) {
  const { contact, tier } = ticket;
  const titleOf = useTierTitle();
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>
        Facts
        {change && tier !== null && (
          <Button variant="subtle" color="gray" size="compact-xs" fw={500} onClick={() => change("tier")}>
            Change
          </Button>
        )}
      </h2>
      <dl className={styles.facts}>
        <Fact name="Tier">
          <TierBadge tier={tier} provisional={ticket.provisional_tier} full />
          <div className={styles.second}>{tier === null ? "suggested, not yet assessed" : titleOf(tier)}</div>
        </Fact>
        <Fact name="Assignee">
          {ticket.assignee ? <PersonTag name={ticket.assignee.name} /> : <Unassigned />}
        </Fact>
        <Fact name="Pod">{ticket.pod?.name ?? "None yet"}</Fact>
        <Fact name="Client">{ticket.client?.name ?? contact.company ?? "No client"}</Fact>
        <Fact name="Contact">
          <div>{contact.name}</div>
          {contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
          {!contact.verified && (
            <div className={styles.unverified}>
              <ShieldQuestion size={13} aria-hidden="true" />
              address only typed into the form
            </div>
          )}
        </Fact>
        {ticket.cc.length > 0 && <Fact name="Copy to">{ticket.cc.join(", ")}</Fact>}
        <Fact name="Impact">{impactWords[ticket.impact]}</Fact>
        <Fact name="Site">
          <OutsideLink href={ticket.site} />
        </Fact>
        <Fact name="Came by">{sources[ticket.source]}</Fact>
        <Fact name="Submitted">
          <Moment at={ticket.submitted_at} />
        </Fact>
        <RelatedFacts ticket={ticket} actions={actions} />
        {ticket.rating && (
          <Fact name="Rated">
            {ratingWords[ticket.rating.rating]}
            {ticket.rating.comment && <div className={styles.second}>“{ticket.rating.comment}”</div>}
          </Fact>
        )}
        {ticket.resolved_at && (
          <Fact name="Resolved">
            <Moment at={ticket.resolved_at} />
          </Fact>
        )}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
