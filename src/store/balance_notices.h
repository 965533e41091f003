#pragma once

#include <optional>

#include "domain/id.h"
#include "store/sql/session.h"

namespace punctual::store {

/// A threshold of a client's allowance that was passed, with the balance as it was then.
struct BalanceNoticeRow {
  BalanceNoticeId id;
  ClientId client;
  int percent = 0;  ///< the threshold
  std::int64_t usable = 0;
  std::int64_t left = 0;
  std::int64_t held = 0;
  Date granted_on;              ///< the newest of what could be used
  std::optional<Date> until{};  ///< the first date on which something of what is left is of no use
  Instant told_at{};
  std::optional<Instant> taken_back_at{};
};

BalanceNoticeId insert_balance_notice(Session& session, const BalanceNoticeRow& row);
std::optional<BalanceNoticeRow> find_balance_notice(Session& session, BalanceNoticeId id);
/// When the newest that was taken back had been told, of at least `percent`.
std::optional<Instant> last_taken_back(Session& session, ClientId client, int percent);
/// The newest that was not taken back.
std::optional<BalanceNoticeRow> last_balance_notice(Session& session, ClientId client);
void take_balance_notice_back(Session& session, BalanceNoticeId id, Instant now);

}  // namespace punctual::store
