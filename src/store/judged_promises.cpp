#include "store/judged_promises.h"

#include "store/tickets.h"

namespace punctual::store {

std::vector<JudgedPromise> judged_promises(Session& session, ClientId client, Instant from, Instant to,
                                           Instant now) {
  auto query = session.prepare(
      "SELECT c.ticket_id, c.kind, c.due_at, c.stopped_at FROM ticket t JOIN clock c ON c.ticket_id = t.id "
      "WHERE t.client_id = ? AND t.status NOT IN ('spam', 'merged') AND c.target IS NOT NULL "
      "AND c.due_at >= ? AND c.due_at < ? AND (c.stopped_at IS NOT NULL OR c.due_at < ?) "
      "ORDER BY c.due_at, c.ticket_id");
  query.bind(client).bind(from).bind(to).bind(now);
  std::vector<JudgedPromise> found;
  while (query.step())
    found.push_back(
        {query.id<Ticket>(0), clock_from(query.text(1)), query.instant(2), query.optional_instant(3)});
  return found;
}

}  // namespace punctual::store
