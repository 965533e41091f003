#pragma once

#include <string>
#include <vector>

#include "desk/rota/edit.h"
#include "domain/people/recurring_gap.h"

namespace punctual::desk {

/// How far ahead coverage is looked at.
inline constexpr std::chrono::weeks coverage_ahead{52};

/// A gap of one pod that would not be there without an edit, as often as it comes back.
struct Opening {
  PodId pod;  ///< none: of the desk as a whole
  people::RecurringGap gap;
  int needed = 1;                     ///< at work, after the edit
  std::vector<TicketId> tickets;      ///< of its clients, due while any of it lasts; at most `most_tickets`
  std::vector<PersonId> could_cover;  ///< the first time: not at work then and not away either, the pod's
                                      ///< members first; at most `most_covers`
};

/// What an edit opens, before it is done. Nothing is changed.
struct GateView {
  std::vector<Opening> opens;  ///< by pod, then as `people::recurring`; at most `most_openings`
  std::int64_t more = 0;       ///< gaps, each time counted, that are not listed
  std::string seen;            ///< what stands for having been shown exactly this; empty where nothing opens
  /// All gaps, listed or not, as a text that is kept with what was granted in their knowledge: JSON, by pod;
  /// nothing where nothing opens.
  std::optional<std::string> known;
};
inline constexpr int most_openings = 100;
inline constexpr std::size_t most_tickets = 20;
inline constexpr std::size_t most_covers = 20;

/// What `after` opens that `before` had not, within `coverage_ahead` of `now` and up to the end of `last`,
/// where that is later; for a client who comes to a
/// pod all that it lacks while they were promised somebody. Reads the tickets that fall due meanwhile.
GateView openings(store::Session& session, const people::Rota& before, const people::Rota& after, Instant now,
                  std::optional<Date> last);

}  // namespace punctual::desk
