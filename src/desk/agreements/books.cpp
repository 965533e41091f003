#include "desk/agreements/books.h"

#include <algorithm>

#include "store/estimates.h"
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
    books.approvals.push_back({one.number, one.ticket, one.extra, zone.date(one.at)});
  const auto first = zone.midnight(books.versions.front().terms.from);
  books.promises = store::judged_promises(session, client, first, zone.midnight(before), now);
  for (const auto& one : books.promises)
    if (one.missed()) books.missed.push_back({zone.date(one.due), one.ticket, promise_of(one.clock)});
  return books;
}

agreement::Accounts account(const Books& books, Date before) {
  return agreement::account(books.versions, books.entries, books.approvals, books.missed, before);
}

}  // namespace punctual::desk
