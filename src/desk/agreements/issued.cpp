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

StatementId keep_issued(const Desk& desk, store::Session& session, store::StatementRow document,
                        std::string_view audited_as) {
  const auto id = store::insert_statement(session, document);
  store::append_audit(session, "statement", id.value, std::string(audited_as), document.issued_at,
                      Actor::person(document.issued_by.value()),
                      json::to_json(IssuedJson{document.number, month_text(document.month), document.client,
                                               store::to_hex(store::view(store::sha256(document.body)))}));
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
