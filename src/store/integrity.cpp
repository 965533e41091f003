#include "store/integrity.h"

namespace punctual::store {

std::vector<std::string> integrity_problems(Session& session, int at_most) {
  std::vector<std::string> problems;
  {
    auto check = session.prepare("PRAGMA integrity_check(" + std::to_string(at_most) + ")");
    while (check.step())
      if (check.text(0) != "ok") problems.push_back(check.string(0));
  }
  auto check = session.prepare("PRAGMA foreign_key_check");
  while (std::ssize(problems) < at_most && check.step())
    problems.push_back("row " + std::to_string(check.integer(1)) + " of " + check.string(0) +
                       " names a row of " + check.string(2) + " that is not there");
  return problems;
}

std::map<std::string, std::int64_t> counted_anew(Session& session) {
  std::map<std::string, std::int64_t> counts;
  for (const char* sql : {"SELECT 'status:' || status, count(*) FROM ticket GROUP BY status",
                          "SELECT 'assignee:' || coalesce(assignee_id, 0), count(*) FROM ticket "
                          "WHERE active = 1 GROUP BY assignee_id"}) {
    auto query = session.prepare(sql);
    while (query.step()) counts[query.string(0)] += query.integer(1);
  }
  return counts;
}

std::int64_t count_tickets(Session& session) {
  auto query = session.prepare("SELECT count(*) FROM ticket");
  query.step();
  return query.integer(0);
}

std::vector<TicketId> ticket_ids(Session& session, TicketId after, int at_most) {
  auto query = session.prepare("SELECT id FROM ticket WHERE id > ? ORDER BY id LIMIT ?");
  query.bind(after).bind(at_most);
  std::vector<TicketId> ids;
  while (query.step()) ids.push_back(query.id<Ticket>(0));
  return ids;
}

}  // namespace punctual::store
