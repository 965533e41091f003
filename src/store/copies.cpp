#include "store/copies.h"

#include "store/text/fold.h"

namespace punctual::store {

void insert_copies(Session& session, TicketId ticket, std::span<const std::string> addresses) {
  for (const auto& address : addresses) {
    const auto folded = fold_case(address);
    session.prepare("INSERT OR IGNORE INTO ticket_copy (address_folded, ticket_id) VALUES (?, ?)")
        .bind(folded)
        .bind(ticket)
        .run();
  }
}

void delete_copies(Session& session, TicketId ticket, std::span<const std::string> addresses) {
  for (const auto& address : addresses) {
    const auto folded = fold_case(address);
    session.prepare("DELETE FROM ticket_copy WHERE address_folded = ? AND ticket_id = ?")
        .bind(folded)
        .bind(ticket)
        .run();
  }
}

bool has_copies(Session& session, TicketId ticket, std::span<const std::string> addresses) {
  for (const auto& address : addresses) {
    const auto folded = fold_case(address);
    auto row = session.prepare("SELECT 1 FROM ticket_copy WHERE address_folded = ? AND ticket_id = ?");
    if (!row.bind(folded).bind(ticket).step()) return false;
  }
  return true;
}

std::vector<TicketId> tickets_copied_to(Session& session, std::string_view address_folded) {
  auto query =
      session.prepare("SELECT ticket_id FROM ticket_copy WHERE address_folded = ? ORDER BY ticket_id");
  query.bind(address_folded);
  std::vector<TicketId> ids;
  while (query.step()) ids.push_back(query.id<Ticket>(0));
  return ids;
}

}  // namespace punctual::store
