export default function TicketPreview(_: { ticketRef: string }) { return null; }
