#include "store/estimates.h"

#include <boost/describe.hpp>

namespace punctual {

BOOST_DESCRIBE_ENUM(EstimateOutcome, pending, approved, declined, superseded, withdrawn)

}  // namespace punctual

namespace punctual::store {

std::vector<ApprovedEstimate> approved_estimates(Session& session, ClientId client, Instant before) {
  auto query = session.prepare(
      "SELECT e.ticket_id, e.number, e.extra, e.decided_at, t.status = 'merged' FROM estimate e "
      "JOIN ticket t ON t.id = e.ticket_id WHERE e.client_id = ? AND e.outcome = 'approved' "
      "AND e.decided_at < ? ORDER BY e.decided_at, e.ticket_id, e.number");
  query.bind(client).bind(before);
  std::vector<ApprovedEstimate> found;
  while (query.step())
    found.push_back({query.id<Ticket>(0), static_cast<int>(query.integer(1)), query.integer(2),
                     query.instant(3), query.boolean(4)});
  return found;
}

std::vector<TicketId> tickets_decided_by(Session& session, ContactId contact) {
  auto query = session.prepare(
      "SELECT DISTINCT subject_id FROM journal WHERE type = 'estimate_decided' AND actor_id = ? "
      "AND actor_kind = 'contact' AND subject = 'ticket' ORDER BY subject_id");
  query.bind(contact);
  std::vector<TicketId> found;
  while (query.step()) found.push_back(query.id<Ticket>(0));
  return found;
}

void write_estimates(Session& session, TicketId ticket, ClientId client,
                     const std::vector<Estimate>& estimates) {
  const auto whose = client ? std::optional(client) : std::nullopt;
  for (const Estimate& one : estimates)
    session
        .prepare(
            "INSERT INTO estimate (ticket_id, number, client_id, extra, outcome, sent_at, expires_at, "
            "decided_at) "
            "VALUES (?,?,?,?,?,?,?,?) ON CONFLICT (ticket_id, number) DO UPDATE SET outcome = "
            "excluded.outcome, "
            "decided_at = excluded.decided_at")
        .bind(ticket)
        .bind(one.number)
        .bind(whose)
        .bind(one.extra)
        .bind(boost::describe::enum_to_string(one.outcome, ""))
        .bind(one.sent_at)
        .bind(one.expires_at)
        .bind(one.decided_at)
        .run();
}

std::string difference_from_estimates(Session& session, TicketId ticket, ClientId client,
                                      const std::vector<Estimate>& estimates) {
  auto row = session.prepare(
      "SELECT number, coalesce(client_id, 0), extra, outcome, sent_at, expires_at, decided_at FROM estimate "
      "WHERE ticket_id = ? ORDER BY number");
  row.bind(ticket);
  std::size_t found = 0;
  for (; row.step(); ++found) {
    if (found == estimates.size()) break;
    const Estimate& one = estimates[found];
    const bool agrees =
        row.integer(0) == one.number && row.integer(1) == client.value && row.integer(2) == one.extra &&
        row.text(3) == boost::describe::enum_to_string(one.outcome, "") && row.instant(4) == one.sent_at &&
        row.instant(5) == one.expires_at && row.optional_instant(6) == one.decided_at;
    if (!agrees) return "estimate " + std::to_string(one.number) + " differs from the journal";
  }
  return found == estimates.size() ? "" : "its estimates are not those of the journal";
}

}  // namespace punctual::store
