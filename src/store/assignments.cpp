#include "store/assignments.h"

namespace punctual::store {

Given read_given(Session& session, PersonId person, Instant since) {
  auto query = session.prepare(
      "SELECT (SELECT count(*) FROM ticket WHERE assignee_id = ?1 AND assigned_at >= ?2), "
      "(SELECT max(assigned_at) FROM ticket WHERE assignee_id = ?1)");
  query.bind(person).bind(since).step();
  return {static_cast<int>(query.integer(0)), query.optional_instant(1)};
}

std::map<PersonId, Resolved> read_resolved(Session& session, ClientId client, std::string_view site,
                                           int newest) {
  auto query = session.prepare(
      "SELECT assignee_id, count(*), count(*) FILTER (WHERE site = ?) FROM ("
      "SELECT assignee_id, site, resolved_at FROM ticket WHERE client_id = ? ORDER BY id DESC LIMIT ?) "
      "WHERE resolved_at IS NOT NULL AND assignee_id IS NOT NULL GROUP BY assignee_id");
  query.bind(site).bind(client).bind(newest);
  std::map<PersonId, Resolved> resolved;
  while (query.step())
    resolved[query.id<Person>(0)] = {static_cast<int>(query.integer(1)),
                                     site.empty() ? 0 : static_cast<int>(query.integer(2))};
  return resolved;
}

}  // namespace punctual::store
