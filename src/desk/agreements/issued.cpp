#include "desk/agreements/issued.h"

#include <fmt/format.h>

#include "desk/agreements/statement.h"
#include "desk/reactions/queue_mail.h"
#include "store/crypto/digest.h"
#include "store/directory.h"
#include "store/journal.h"
#include "store/json/write.h"

namespace punctual::desk {

std::string next_number(store::Session& session, Date today) {
  const auto year = fmt::format("{}-", static_cast<int>(std::chrono::year_month_day{today}.year()));
  return fmt::format("{}{:04}", year, store::count_statements(session, year) + 1);
}

void audit_issued(store::Session& session, const store::StatementRow& document, std::string_view type,
                  Instant at, const Actor& by) {
  store::append_audit(session, "statement", document.id.value, type, at, by,
                      json::to_json(IssuedJson{document.number, month_text(document.month), document.client,
                                               store::to_hex(store::view(store::sha256(document.body)))}));
}

StatementId keep_issued(const Desk& desk, store::Session& session, store::StatementRow document,
                        std::string_view audited_as) {
  const auto id = document.id = store::insert_statement(session, document);
  audit_issued(session, document, audited_as, document.issued_at, Actor::person(document.issued_by.value()));
  for (const auto& contact : store::approvers_of(session, document.client))
    queue_mail(desk, session, "statement-" + document.number,
               {.kind = store::MailKind::statement,
                .about = id.value,
                .to_name = contact.name,
                .to_address = contact.email,
                .message_id = {}},
               document.issued_at);
  return id;
}

}  // namespace punctual::desk
