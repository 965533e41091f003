#pragma once

#include <compare>
#include <cstdint>

namespace punctual {

/// A row's identity, typed by the entity it names: two kinds of id never mix. 0 is no row.
template <class Entity>
struct Id {
  std::int64_t value = 0;
  auto operator<=>(const Id&) const = default;
  explicit operator bool() const { return value != 0; }
};

using TicketId = Id<struct Ticket>;
using PersonId = Id<struct Person>;
using PodId = Id<struct Pod>;
using ClientId = Id<struct Client>;
using ContactId = Id<struct Contact>;
using PolicyId = Id<struct PolicyVersion>;
using CalendarId = Id<struct CalendarVersion>;
using BlobId = Id<struct Blob>;
using PasswordLinkId = Id<struct PasswordLink>;
using TimeOffId = Id<struct TimeOff>;
using SwapId = Id<struct Swap>;
using HandOffId = Id<struct HandOff>;
using TimeEntryId = Id<struct TimeEntry>;
using StatementId = Id<struct MonthStatement>;
using BalanceNoticeId = Id<struct BalanceNotice>;
using SessionId = Id<struct StaffSession>;

}  // namespace punctual
