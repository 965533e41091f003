#include "desk/agreements/books.h"

#include "store/estimates.h"

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

Books read_books(store::Session& session, const Catalogue& catalogue, ClientId client, Date before,
                 Instant now) {
  const TimeZone& zone = catalogue.zone_of(client);
  const auto& versions = catalogue.agreement(client);
  Books books{store::time_entries_counted(session, client, Date::min(), before), {}, {}, {}, {}};
  for (const auto& row : books.rows) books.entries.push_back(store::worked(row));
  if (versions.empty()) return books;
  for (const auto& one : store::approved_estimates(session, client, now + Seconds{1}))
    books.approvals.push_back({one.number, one.ticket, one.extra, zone.date(one.at)});
  const auto first = zone.midnight(versions.front().terms.from);
  books.promises = store::judged_promises(session, client, first, zone.midnight(before), now);
  for (const auto& one : books.promises)
    if (one.missed()) books.missed.push_back({zone.date(one.due), one.ticket, promise_of(one.clock)});
  return books;
}

agreement::Accounts account(const Catalogue& catalogue, ClientId client, const Books& books, Date before) {
  return agreement::account(catalogue.agreement(client), books.entries, books.approvals, books.missed,
                            before);
}

}  // namespace punctual::desk
