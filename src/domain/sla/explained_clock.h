#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/calendar/explain.h"
#include "domain/sla/clocks.h"

namespace punctual::sla {

/// Where a stretch lies: before the clock stopped (or now), still to come, or beyond the due.
enum class Phase { past, ahead, late };

/// Why a clock stands as it does.
struct ExplainedClock {
  Explanation explanation;  ///< to the later of `until` and the due; split at both, so that each sums up
  Instant until;            ///< when it stopped, else now
  std::optional<Instant> due;
  Seconds counted{0};   ///< until `until`: the clock's elapsed
  Seconds promised{0};  ///< until the due: the target, or what its business days hold; 0 without a due
  /// What is counted beyond the due, and what is left until it; one of the two is 0.
  Seconds late() const { return due && counted > promised ? counted - promised : Seconds{0}; }
  Seconds left() const { return due && promised > counted ? promised - counted : Seconds{0}; }
  Phase phase_of(const Stretch& stretch) const;
};

/// The clock as it was evaluated at `now`.
ExplainedClock explain(const Clock& clock, Instant now);

}  // namespace punctual::sla
