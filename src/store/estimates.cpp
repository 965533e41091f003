#include "store/estimates.h"

namespace punctual::store {

std::vector<ApprovedEstimate> approved_estimates(Session& session, ClientId client, Instant before) {
  auto query = session.prepare(
      "SELECT ticket_id, number, extra, decided_at FROM estimate WHERE client_id = ? AND outcome = "
      "'approved' "
      "AND decided_at < ? ORDER BY decided_at, ticket_id, number");
  query.bind(client).bind(before);
  std::vector<ApprovedEstimate> found;
  while (query.step())
    found.push_back(
        {query.id<Ticket>(0), static_cast<int>(query.integer(1)), query.integer(2), query.instant(3)});
  return found;
}

}  // namespace punctual::store
