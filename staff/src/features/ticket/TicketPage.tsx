import { useQuery } from "@tanstack/react-query";
import { SearchX } from "lucide-react";
import { useEffect } from "react";
import { refusalOf } from "@/client/refusal";
import type { Ticket } from "@/client/types";
import { lastQueue, rememberTicket } from "@/features/queue/lastQueue";
import { ticketQuery } from "@/live/ticketCache";
import { EmptyState } from "@/ui/EmptyState";
import { Failure } from "@/ui/Failure";
import { LinkButton } from "@/ui/LinkButton";
import { ticketRoute } from "./route";
import { TicketRoom } from "./TicketRoom";
import { TicketSkeleton } from "./TicketSkeleton";
import { useRefreshWhenStale } from "./useRefreshWhenStale";

export function TicketPage() {
  const { ref } = ticketRoute.useParams();
  const { data, error, refetch } = useQuery(ticketQuery(ref));
  const ticket = data as Ticket | undefined;
  useRefreshWhenStale(ticket);

  useEffect(() => rememberTicket(ref), [ref]);
  useEffect(() => {
    document.title = ticket ? `${ticket.ref} · ${ticket.summary}` : ref;
  }, [ref, ticket]);

  if (ticket) return <TicketRoom key={ref} ticket={ticket} />;
  if (!error) return <TicketSkeleton />;
  if (refusalOf(error).status !== 404) return <Failure page error={error} retry={() => void refetch()} />;
  return (
    <EmptyState
      page
      icon={SearchX}
      title={`There is no ticket ${ref}`}
      action={
        <LinkButton to="/" search={lastQueue()} variant="default">
          Back to the queue
        </LinkButton>
      }
    >
      Check the reference; it looks like P-1042.
    </EmptyState>
  );
}
