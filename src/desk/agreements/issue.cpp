#include "desk/agreements/issue.h"

#include <fmt/format.h>

#include "desk/agreements/issued.h"
#include "desk/text/wording.h"
#include "domain/agreement/periods.h"
#include "store/json/write.h"
#include "store/tickets.h"
#include "store/time_entries.h"

namespace punctual::desk {

namespace {

using Why = NotIssued::Why;

std::unexpected<NotIssued> refused(Why why, std::string detail) {
  return std::unexpected(NotIssued{why, std::move(detail)});
}

/// The requests and misses that a statement names.
store::Stated named_in(const Statement& statement) {
  store::Stated named;
  for (const auto& ticket : statement.tickets) named.tickets.push_back(ticket_of(ticket.ref).value());
  for (const auto& miss : statement.promises.missed)
    named.missed.push_back(
        {ticket_of(miss.ref).value(), store::clock_from(miss.promise), miss.due, miss.done});
  return named;
}

}  // namespace

std::expected<StatementId, NotIssued> issue_statement(const Desk& desk, store::Session& session,
                                                      ClientId client, Date month, PersonId by, Instant now) {
  const auto catalogue = desk.catalogue();
  const auto* row = catalogue->client(client);
  if (!row) return refused(Why::unknown, "There is no such client.");
  const auto& versions = catalogue->agreement(client);
  if (versions.empty())
    return refused(Why::unknown, "Nothing was agreed with this client; write the agreement down first.");
  const Date today = catalogue->zone_of(client).date(now);
  if (store::find_statement(session, client, month))
    return refused(Why::issued, "This month's statement was issued already; correct it instead.");
  if (agreement::next_month(month) > today)
    return refused(Why::not_over,
                   fmt::format("{} is not over yet; its statement can be issued from {} on.",
                               text::month_words(month), text::day_words(agreement::next_month(month))));
  const auto last = store::last_stated_month(session, client);
  const Date first = last ? agreement::next_month(*last) : agreement::month_of(versions.front().terms.from);
  if (month < first) return refused(Why::unknown, "The agreement begins later; choose a month it holds in.");
  if (month > first)
    return refused(Why::earlier_open,
                   fmt::format("The statement of {} comes first; issue that one.", text::month_words(first)));
  auto statement = draft_statement(session, *catalogue, *row, month, now);
  statement.number = next_number(session, today);
  statement.issued_at = now;
  store::StatementRow made{.number = *statement.number,
                           .client = client,
                           .month = month,
                           .body = json::to_json(statement),
                           .issued_at = now,
                           .issued_by = by};
  const auto id = keep_issued(desk, session, std::move(made), "statement_issued");
  store::write_stated(session, id, client, named_in(statement));
  store::lock_time_entries(session, client, agreement::next_month(month), id);
  return id;
}

}  // namespace punctual::desk
