#pragma once

#include <optional>
#include <span>
#include <vector>

#include "domain/people/suggestion.h"

namespace punctual::people {

/// Somebody goes and is not there until they are back.
struct Leave {
  Instant begins;                  ///< the first hour of the day's work they leave from
  Instant leaves;                  ///< its end
  std::optional<Instant> returns;  ///< nothing: not within the promises' horizon
  bool operator==(const Leave&) const = default;

  /// Whether what is due at `t` falls due without them: an answer at the due instant is in time (SEMANTICS
  /// 18), so what is due as they leave is theirs still, and what is due as they return is not yet.
  bool misses(Instant t) const { return leaves < t && (!returns || t <= *returns); }
};

/// Stretches of work with less than this between them are one day's: a lunch break is no leave.
inline constexpr Seconds longest_break = std::chrono::hours{4};

/// From the day's work they are in at `now` or, where they are off, the next one. Nothing where they are
/// never at work again, or for a month without a pause as long as `longest_break`: they do not leave.
std::optional<Leave> leave_of(const Calendar& at_work, Instant now);

/// When the list of what falls due meanwhile is told: an hour before they leave, but not before the day's
/// work began.
Instant told_at(const Leave& leave);

/// A ticket somebody has, with when its running clocks and a promised update fall due.
struct HeldTicket {
  TicketId id;
  std::vector<Instant> dues;
};

struct DueWhileAway {
  TicketId ticket;
  Instant first;  ///< of those they miss
  bool operator==(const DueWhileAway&) const = default;
};
/// Of these tickets those that fall due without them, the first due first, of equals the lower id.
std::vector<DueWhileAway> due_while_away(const Leave& leave, std::span<const HeldTicket> tickets);

/// Who could take over, from the leave on and by `due.first`; never the leaver. `need.due` and `need.now` are
/// set here.
Suggestions who_takes_over(const Leave& leave, PersonId leaver, const DueWhileAway& due, TicketNeed need,
                           std::span<const Candidate> candidates, const Calendar& desk_hours);

/// Who gets what nobody took over, due at `first`, at `now`: never the leaver. A coordinator before a
/// manager, but who is at work before it is due before who is not; anybody else only where there is neither.
/// Of equals who is at work first, and of those who are now who has the fewest active tickets; then the lower
/// id. Nothing: there is nobody else.
std::optional<PersonId> falls_to(PersonId leaver, Instant first, std::span<const Candidate> candidates,
                                 Instant now);

}  // namespace punctual::people
