#pragma once

#include <optional>
#include <span>

#include "domain/people/leave.h"

namespace punctual::people {

/// Time off or an absence, and since when it is so.
struct KnownAbsence {
  RotaChange change;
  Instant known;
};

/// Somebody who leaves at the end of this day's work, or is away already.
struct Going {
  Leave leave;
  bool sudden = false;  ///< called away: nobody could look at what they had before they went
  bool operator==(const Going&) const = default;
};

/// Of the day's work they are in at `now`, breaks included, or the leave they are on. An absence that became
/// known since they were last at work, and keeps them away longer, is a sudden leave from then on; the one
/// known last counts. Nothing: they never leave, or have been away for more than a month.
std::optional<Going> going_at(const Worker& worker, std::span<const KnownAbsence> absences, Instant now);

}  // namespace punctual::people
