#include "desk/queries/agreement_mail.h"

#include <fmt/format.h>

#include <algorithm>

#include "desk/access/statement_link.h"
#include "desk/agreements/correction.h"
#include "desk/agreements/statement.h"
#include "desk/text/wording.h"
#include "domain/agreement/currency.h"
#include "store/balance_notices.h"
#include "store/json/read.h"

namespace punctual::desk {

namespace {

std::string time_words(std::int64_t minutes) {
  return minutes == 0 ? std::string() : text::duration_words(std::chrono::minutes{minutes});
}

/// The reader's own link to the statement; nothing where they get none any more.
std::optional<std::string> link_of(const Desk& desk, store::Session& session, const store::StatementRow& row,
                                   const std::string& address) {
  for (const auto& contact : store::approvers_of(session, row.client))
    if (contact.email == address)
      return statement_url(desk, session, {row.corrects.value_or(row.id), contact.id});
  return std::nullopt;
}

bool tell_statement(AgreementMailFacts& facts, const Desk& desk, store::Session& session,
                    const store::OutboxRow& mail, MailReading reading) {
  const auto row = store::find_statement(session, StatementId{mail.about.value_or(0)});
  const auto url = row ? link_of(desk, session, *row, mail.to_address) : std::nullopt;
  if (!row || (!url && reading == MailReading::to_send)) return false;
  facts.url = url.value_or(desk.options().base_url + "/s/of-no-use-any-more");
  facts.number = row->number;
  facts.month = text::month_words(row->month);
  if (row->corrects) {
    const auto correction = json::from_json<Correction>(row->body).value();
    facts.client = correction.client;
    facts.corrects = correction.corrects;
    facts.reason = correction.reason;
    facts.given_back = time_words(correction.minutes);
    if (correction.amount)
      facts.total = agreement::in_words(*correction.amount, correction.currency.value_or(""));
    return true;
  }
  const auto statement = json::from_json<Statement>(row->body).value();
  facts.client = statement.client;
  facts.held = time_words(statement.held);
  for (const auto& total : statement.totals)
    facts.total += (facts.total.empty() ? "" : " and ") + agreement::in_words(total.total, total.currency);
  return true;
}

std::string beyond_words(const agreement::Terms& terms) {
  if (!terms.overage) return "What is beyond it is charged at the rates of the agreement.";
  if (*terms.overage == 0) return "Nothing beyond it is charged before you have approved it.";
  return fmt::format(
      "Up to {} a month beyond it are charged without asking, more only when you have approved it.",
      time_words(*terms.overage));
}

/// Whether who was to be told still is; they may have left since, or lost the right.
bool is_told_of_balances(const Catalogue& catalogue, store::Session& session, ClientId client,
                         const store::OutboxRow& mail) {
  const auto reads = [&](const auto& who) { return who.active && who.email == mail.to_address; };
  if (mail.kind == store::MailKind::low_balance)
    return std::ranges::any_of(store::approvers_of(session, client), reads);
  return std::ranges::any_of(catalogue.people(), [&](const store::PersonRow& person) {
    return reads(person) && person.role == people::Role::coordinator;
  });
}

bool tell_balance(AgreementMailFacts& facts, const Desk& desk, store::Session& session,
                  const store::OutboxRow& mail, MailReading reading) {
  const auto catalogue = desk.catalogue();
  const auto row = store::find_balance_notice(session, BalanceNoticeId{mail.about.value_or(0)});
  const auto* client = row ? catalogue->client(row->client) : nullptr;
  if (!client) return false;
  const bool still = !row->taken_back_at && is_told_of_balances(*catalogue, session, client->id, mail);
  if (!still && reading == MailReading::to_send) return false;
  facts.client = client->name;
  facts.percent = row->percent;
  facts.left = text::duration_words(std::chrono::minutes{row->left});
  facts.granted = time_words(row->usable);
  facts.held = time_words(row->held);
  if (row->until) facts.until = text::day_words(*row->until - std::chrono::days{1});
  const Date told_on = catalogue->zone_of(row->client).date(row->told_at);
  if (const auto* version = agreement::version_at(catalogue->agreement(row->client), told_on))
    facts.beyond = beyond_words(version->terms);
  facts.url = desk.options().base_url;
  if (mail.kind == store::MailKind::staff_low_balance)
    facts.url += fmt::format("/staff/agreements/{}", row->client.value);
  return true;
}

}  // namespace

std::optional<AgreementMailFacts> read_agreement_mail_facts(const Desk& desk, store::Session& session,
                                                            const store::OutboxRow& row,
                                                            MailReading reading) {
  const auto catalogue = desk.catalogue();
  AgreementMailFacts facts{.kind = row.kind,
                           .desk_name = catalogue->profile().name,
                           .from_address = desk.mail_from(),
                           .to_name = row.to_name,
                           .to_address = row.to_address,
                           .message_id = row.message_id,
                           .client = {},
                           .url = {},
                           .templates = catalogue->mail_templates()};
  const bool told = row.kind == store::MailKind::statement
                        ? tell_statement(facts, desk, session, row, reading)
                        : tell_balance(facts, desk, session, row, reading);
  return told ? std::optional(std::move(facts)) : std::nullopt;
}

}  // namespace punctual::desk
