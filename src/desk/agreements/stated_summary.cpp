#include "desk/agreements/stated_summary.h"

#include "desk/agreements/issued.h"
#include "desk/agreements/statement.h"
#include "store/json/read.h"
#include "store/json/write.h"
#include "store/tickets.h"

namespace punctual::desk {

void state_summary(store::Session& session, TicketId ticket, const Actor& by, Instant now) {
  const auto reference = ref_of(ticket);
  const auto summary = store::read_summary(session, ticket);
  for (const StatementId id : store::statements_of_work_on(session, ticket)) {
    auto row = store::find_statement(session, id).value();
    auto statement = json::from_json<Statement>(row.body).value();
    bool changed = false;
    for (auto& stated : statement.tickets)
      if (stated.ref == reference && stated.summary != summary) {
        stated.summary = summary;
        changed = true;
      }
    if (!changed) continue;
    row.body = json::to_json(statement);
    store::rewrite_statement(session, id, row.body);
    audit_issued(session, row, "statement_redacted", now, by);
  }
}

}  // namespace punctual::desk
