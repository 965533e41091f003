#include "desk/agreements/stated_summary.h"

#include <map>

#include "desk/agreements/issued.h"
#include "desk/agreements/statement.h"
#include "store/json/read.h"
#include "store/json/write.h"
#include "store/tickets.h"

namespace punctual::desk {

void state_summaries(store::Session& session, const std::set<TicketId>& tickets, const Actor& by,
                     Instant now) {
  std::map<StatementId, std::map<std::string, std::string>> summaries;  // by reference
  for (const TicketId ticket : tickets)
    for (const StatementId id : store::statements_naming(session, ticket))
      summaries[id].emplace(ref_of(ticket), store::read_summary(session, ticket));
  for (const auto& [id, summary_of] : summaries) {
    auto row = store::find_statement(session, id).value();
    auto statement = json::from_json<Statement>(row.body).value();
    bool changed = false;
    for (auto& stated : statement.tickets) {
      const auto is = summary_of.find(stated.ref);
      if (is == summary_of.end() || is->second == stated.summary) continue;
      stated.summary = is->second;
      changed = true;
    }
    if (!changed) continue;
    row.body = json::to_json(statement);
    store::rewrite_statement(session, id, row.body);
    audit_issued(session, row, "statement_redacted", now, by);
  }
}

}  // namespace punctual::desk
