#include "desk/agreements/books.h"

#include <algorithm>
#include <span>
#include <utility>

#include "domain/agreement/periods.h"
#include "store/estimates.h"
#include "store/journal.h"
#include "store/statements.h"

namespace punctual::desk {

namespace {

agreement::Promise promise_of(ClockKind clock) {
  switch (clock) {
    case ClockKind::next_reply:
      return agreement::Promise::next_reply;
    case ClockKind::resolution:
      return agreement::Promise::resolution;
    default:
      return agreement::Promise::first_reply;
  }
}

/// Where the ticket of what was approved goes on, and since when.
std::optional<agreement::Approval::Moved> moved(store::Session& session, const TimeZone& zone,
                                                const store::SentEstimate& sent) {
  std::optional<agreement::Approval::Moved> found;
  for (auto at = sent.merged ? sent.ticket : TicketId{}; at;) {
    const auto journal = store::read_journal(session, at);
    at = {};
    for (const Recorded& recorded : journal)
      if (const auto* merged = std::get_if<event::Merged>(&recorded.event)) {
        at = merged->into;
        found = {at, zone.date(recorded.at)};
      }
  }
  return found;
}

agreement::Approval approval_of(store::Session& session, const TimeZone& zone,
                                const store::SentEstimate& sent) {
  agreement::Approval approval{.estimate = sent.number,
                               .ticket = sent.ticket,
                               .kinds = sent.kinds,
                               .moved = moved(session, zone, sent)};
  approval.asked = zone.date(sent.sent_at);
  if (sent.withdrawn_at) approval.withdrawn = zone.date(*sent.withdrawn_at);
  if (!sent.approved_at) return approval;
  approval.minutes = sent.extra;
  approval.on = zone.date(*sent.approved_at);
  if (const auto currency = agreement::Currency::of(sent.currency))
    approval.most = agreement::Money{sent.price, *currency};
  return approval;
}

}  // namespace

std::vector<agreement::Version> with_given_back(store::Session& session, ClientId client,
                                                std::vector<agreement::Version> versions) {
  for (const auto& row : store::read_given_back(session, client)) {
    const auto* version = agreement::version_at(versions, row.given_on.value());
    const auto holds = std::ranges::find_if(versions, [&](const auto& one) { return &one == version; });
    if (holds != versions.end())
      holds->bought.push_back({.on = *row.given_on, .minutes = row.given_back, .given_back = true});
  }
  return versions;
}

Books read_books(store::Session& session, const Catalogue& catalogue, ClientId client, Date before,
                 Instant now) {
  const TimeZone& zone = catalogue.zone_of(client);
  Books books{.before = before,
              .versions = with_given_back(session, client, catalogue.agreement(client)),
              .rows = store::time_entries_counted(session, client, before)};
  for (const auto& row : books.rows) books.entries.push_back(store::worked(row));
  if (books.versions.empty()) return books;
  for (const auto& one : store::sent_estimates(session, client))
    books.approvals.push_back(approval_of(session, zone, one));
  const auto stated = store::last_stated_month(session, client);
  const Date first = stated ? agreement::next_month(*stated) : books.versions.front().terms.from;
  if (first < before)
    books.promises =
        store::judged_promises(session, client, zone.midnight(first), zone.midnight(before), now);
  const auto misses = store::stated_misses(session, client);
  for (const std::span<const store::JudgedPromise> some :
       {std::span(misses), std::span(std::as_const(books.promises))})
    for (const auto& one : some)
      if (one.missed()) books.missed.push_back({zone.date(one.due), one.ticket, promise_of(one.clock)});
  return books;
}

Books read_books_of_today(store::Session& session, const Catalogue& catalogue, ClientId client, Instant now) {
  const Date today = catalogue.zone_of(client).date(now);
  return read_books(session, catalogue, client, agreement::next_month(agreement::month_of(today)), now);
}

agreement::Accounts account(const Books& books) {
  return agreement::account(books.versions, books.entries, books.approvals, books.missed, books.before);
}

}  // namespace punctual::desk
