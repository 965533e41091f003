#include "store/estimates.h"

#include "store/json/read.h"
#include "store/json/write.h"

namespace punctual::store {

std::vector<SentEstimate> sent_estimates(Session& session, ClientId client) {
  auto query = session.prepare(
      "SELECT e.ticket_id, t.status = 'merged', e.number, e.kinds, e.extra, e.price, e.currency, e.sent_at, "
      "CASE e.outcome WHEN 'approved' THEN e.decided_at END, e.withdrawn_at FROM estimate e "
      "JOIN ticket t ON t.id = e.ticket_id WHERE e.client_id = ? ORDER BY e.sent_at, e.ticket_id, e.number");
  query.bind(client);
  std::vector<SentEstimate> found;
  while (query.step())
    found.push_back({query.id<Ticket>(0), query.boolean(1), static_cast<int>(query.integer(2)),
                     json::from_json<std::vector<std::string>>(query.text(3)).value(), query.integer(4),
                     query.integer(5), query.string(6), query.instant(7), query.optional_instant(8),
                     query.optional_instant(9)});
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
  for (const Estimate& one : estimates) {
    const auto kinds = json::to_json(one.kinds);
    session
        .prepare(
            "INSERT INTO estimate (ticket_id, number, client_id, extra, outcome, sent_at, expires_at, "
            "decided_at, price, currency, kinds, withdrawn_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?) "
            "ON CONFLICT (ticket_id, number) DO UPDATE SET outcome = excluded.outcome, "
            "decided_at = excluded.decided_at, withdrawn_at = excluded.withdrawn_at")
        .bind(ticket)
        .bind(one.number)
        .bind(whose)
        .bind(one.extra)
        .bind(to_text(one.outcome))
        .bind(one.sent_at)
        .bind(one.expires_at)
        .bind(one.decided_at)
        .bind(one.price)
        .bind(one.currency)
        .bind(kinds)
        .bind(one.withdrawn_at)
        .run();
  }
}

std::string difference_from_estimates(Session& session, TicketId ticket, ClientId client,
                                      const std::vector<Estimate>& estimates) {
  auto row = session.prepare(
      "SELECT number, coalesce(client_id, 0), extra, outcome, sent_at, expires_at, decided_at, price, "
      "currency, "
      "kinds, withdrawn_at FROM estimate "
      "WHERE ticket_id = ? ORDER BY number");
  row.bind(ticket);
  std::size_t found = 0;
  for (; row.step(); ++found) {
    if (found == estimates.size()) break;
    const Estimate& one = estimates[found];
    const bool agrees = row.integer(0) == one.number && row.integer(1) == client.value &&
                        row.integer(2) == one.extra && row.text(3) == to_text(one.outcome) &&
                        row.instant(4) == one.sent_at && row.instant(5) == one.expires_at &&
                        row.optional_instant(6) == one.decided_at && row.integer(7) == one.price &&
                        row.text(8) == one.currency && row.text(9) == json::to_json(one.kinds) &&
                        row.optional_instant(10) == one.withdrawn_at;
    if (!agrees) return "estimate " + std::to_string(one.number) + " differs from the journal";
  }
  return found == estimates.size() ? "" : "its estimates are not those of the journal";
}

}  // namespace punctual::store
