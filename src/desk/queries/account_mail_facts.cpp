#include <algorithm>

#include "desk/people/password_link.h"
#include "desk/queries/read_mail_facts.h"
#include "desk/queries/ticket_view.h"
#include "store/journal.h"

namespace punctual::desk {

namespace {

constexpr int recent = 50;

/// Who invited the person last.
std::string inviter_of(const Catalogue& catalogue, store::Session& session, PersonId person) {
  const auto audit = store::newest_audit(session, "person", person.value, recent);
  const auto invited = std::ranges::find(audit, "invited", &store::JournalRow::type);
  if (invited == audit.end() || invited->actor.kind != Actor::Kind::person) return {};
  return name_of(invited->actor, catalogue, {});
}

}  // namespace

MailFacts read_account_mail_facts(const Desk& desk, store::Session& session, const store::OutboxRow& row) {
  const auto catalogue = desk.catalogue();
  MailFacts facts{.kind = row.kind,
                  .desk_name = catalogue->profile().name,
                  .from_address = desk.mail_from(),
                  .zone = catalogue->zone(),
                  .ref = {},
                  .to_name = row.to_name,
                  .to_address = row.to_address,
                  .cc = {},
                  .message_id = row.message_id,
                  .references = {},
                  .private_url = {},
                  .staff_url = row.link ? std::string() : desk.options().base_url + "/password",
                  .summary = {},
                  .submitted_at = row.created_at,
                  .answer_by = {},
                  .clock_starts = {},
                  .author = {},
                  .body_markdown = {},
                  .expectation = {},
                  .tier = {},
                  .client_name = {},
                  .contact_name = {},
                  .impact = {},
                  .site = {},
                  .clock = {},
                  .due = {},
                  .assignee = {},
                  .chain_head = {},
                  .templates = catalogue->mail_templates()};
  const auto link = row.link ? store::find_link(session, *row.link) : std::nullopt;
  if (link && !link->closed_at) {
    facts.staff_url = password_url(desk, *link);
    facts.due = link->expires_at;
  }
  if (link && row.kind == store::MailKind::invitation)
    facts.author = inviter_of(*catalogue, session, link->person);
  return facts;
}

}  // namespace punctual::desk
