#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "desk/desk.h"

namespace punctual::desk {

/// A running ticket with a due that would move. One line a ticket: the clock that matters most.
struct MovedTicket {
  enum class Effect { becomes_late, no_longer_late, moves };  ///< in the order of the list
  TicketId id;
  std::string summary;
  ClientId client;
  PersonId assignee;
  Effect effect{};
  event::MovedDue due;
};

/// What other hours would do to the tickets that run now. Nothing is changed.
struct HoursPreview {
  std::int64_t running = 0;
  std::int64_t moved = 0;
  std::int64_t becoming_late = 0;
  std::int64_t no_longer_late = 0;
  std::vector<MovedTicket> tickets;  ///< those that become late first, each by its new due; at most a hundred
};

/// Versions that would follow those in force, and their calendars, by ids that no row has.
struct Following {
  std::map<CalendarId, BusinessHours> calendars;
  std::vector<store::PolicyRow> versions;  ///< each supersedes one
};
/// The same of whatever follows; `session` reads the state the catalogue was made of.
HoursPreview preview_following(const Catalogue& catalogue, const ZoneSource& zones, store::Session& session,
                               const Following& following, Instant now);

/// Folds every running ticket: for the pool of long work. `hours` has no problems.
HoursPreview preview_hours(const Desk& desk, store::Session& session, const BusinessHours& hours,
                           Instant now);

}  // namespace punctual::desk
