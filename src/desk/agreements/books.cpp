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
                                                const store::ApprovedEstimate& approved) {
  std::optional<agreement::Approval::Moved> found;
  for (auto at = approved.merged ? approved.ticket : TicketId{}; at;) {
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
  Books books{.versions = with_given_back(session, client, catalogue.agreement(client)),
              .rows = store::time_entries_counted(session, client, Date::min(), before)};
  for (const auto& row : books.rows) books.entries.push_back(store::worked(row));
  if (books.versions.empty()) return books;
  for (const auto& one : store::approved_estimates(session, client, now + Seconds{1}))
    books.approvals.push_back(
        {one.number, one.ticket, one.extra, zone.date(one.at), moved(session, zone, one)});
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

agreement::Accounts account(const Books& books, Date before) {
  return agreement::account(books.versions, books.entries, books.approvals, books.missed, before);
}

}  // namespace punctual::desk
