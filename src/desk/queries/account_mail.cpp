#include "desk/queries/account_mail.h"

#include <algorithm>

#include "desk/people/password_link.h"
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

std::optional<WorkingLink> link_of(const Desk& desk, store::Session& session, const store::OutboxRow& row,
                                   Instant now) {
  const auto link = row.link ? store::find_link(session, *row.link) : std::nullopt;
  if (!link || !link->works_at(now)) return std::nullopt;
  return WorkingLink{password_url(desk, *link), link->expires_at};
}

}  // namespace

AccountMailFacts read_account_mail_facts(const Desk& desk, store::Session& session,
                                         const store::OutboxRow& row) {
  const auto catalogue = desk.catalogue();
  AccountMailFacts facts{.kind = row.kind,
                         .desk_name = catalogue->profile().name,
                         .from_address = desk.mail_from(),
                         .zone = catalogue->zone(),
                         .to_name = row.to_name,
                         .to_address = row.to_address,
                         .message_id = row.message_id,
                         .inviter = {},
                         .password_page = desk.options().base_url + "/password",
                         .templates = catalogue->mail_templates()};
  if (row.kind == store::MailKind::invitation && row.link)
    if (const auto link = store::find_link(session, *row.link))
      facts.inviter = inviter_of(*catalogue, session, link->person);
  return facts;
}

AccountMail read_account_mail(const Desk& desk, store::Session& session, const store::OutboxRow& row,
                              Instant now) {
  return {read_account_mail_facts(desk, session, row), link_of(desk, session, row, now)};
}

std::optional<WorkingLink> link_to_pass_on(const Desk& desk, store::Session& session,
                                           const store::OutboxRow& row, Instant now) {
  if (row.kind != store::MailKind::invitation || !desk.options().mail_kept_here) return std::nullopt;
  return link_of(desk, session, row, now);
}

}  // namespace punctual::desk
