import { Link } from "@tanstack/react-router";

export function TicketLink({ ticketRef }: { ticketRef?: string }) {
  if (!ticketRef) return null;
  return (
    <Link to="/tickets/$ref" params={{ ref: ticketRef }}>
      {ticketRef}
    </Link>
  );
}
