#include "store/approver_mails.h"

#include <vector>

#include "store/text/fold.h"

namespace punctual::store {

void forget_approver(Session& session, std::string_view address_folded, std::string_view name) {
  std::vector<std::int64_t> theirs;
  {
    auto query = session.prepare(
        "SELECT id, to_address FROM outbox WHERE kind IN ('statement', 'low_balance') AND about_id IS NOT "
        "NULL UNION ALL SELECT o.id, o.to_address FROM (SELECT DISTINCT ticket_id FROM estimate) e "
        "JOIN outbox o ON o.ticket_id = e.ticket_id WHERE o.kind = 'estimate'");
    while (query.step())
      if (fold_case(query.text(1)) == address_folded) theirs.push_back(query.integer(0));
  }
  for (const auto id : theirs) {
    session.prepare("DELETE FROM outbox WHERE id = ? AND state = 'waiting'").bind(id).run();
    session.prepare("UPDATE outbox SET to_name = ?, to_address = '', error = NULL WHERE id = ?")
        .bind(name)
        .bind(id)
        .run();
  }
}

}  // namespace punctual::store
