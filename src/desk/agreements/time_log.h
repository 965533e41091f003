#pragma once

#include <expected>
#include <optional>
#include <string>

#include "desk/desk.h"
#include "domain/people/role.h"
#include "domain/ticket/event.h"
#include "store/time_entries.h"

namespace punctual::desk {

// Time worked on tickets, as it is written down and corrected, each in the writer's transaction. Nobody is
// kept from writing down the truth: what exceeds what was agreed is recorded as well, and not charged. An
// allowance that runs low with it is told.

/// What somebody says they worked.
struct WorkDone {
  std::optional<Date> on{};       ///< in the client's zone; else that of `from`
  std::optional<Instant> from{};  ///< either both times of day …
  std::optional<Instant> to{};
  std::optional<std::int64_t> minutes{};  ///< … or how long
  bool outside_hours = false;             ///< of `minutes`; times of day say it themselves
  std::string kind;                       ///< one of the agreement's; empty: none of them
  std::string note;                       ///< the client reads it on the statement
  bool courtesy = false;                  ///< given away
};

struct TimeRefused {
  enum class Why { unknown, ended, locked, stale, not_yours, invalid };
  Why why{};
  std::string field{};
  std::string detail{};
};

/// Whoever works on a ticket writes down their own time.
std::expected<TimeEntryId, TimeRefused> log_time(const Desk& desk, store::Session& session, TicketId ticket,
                                                 PersonId who, const WorkDone& work, Instant now);

/// Writes the entry anew, with a reason that is kept with what it was; no minutes strike it out. One's own,
/// or anybody's for coordinators and managers. `version` is what was read.
std::expected<void, TimeRefused> correct_time(const Desk& desk, store::Session& session, TimeEntryId id,
                                              int version, const WorkDone& work, std::string_view reason,
                                              PersonId by, people::Role role, Instant now);

}  // namespace punctual::desk
