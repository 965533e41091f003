#pragma once

#include <optional>

#include "domain/calendar/calendar.h"
#include "domain/ticket/standing.h"

namespace punctual::desk {

/// What is due next, in seconds of its own kind of time: business time for clocks, plain time for the next
/// update and once late.
struct DueFigures {
  enum class State { running, paused, breached };
  State state{};
  std::int64_t remaining_seconds = 0;  ///< negative once late
  std::int64_t target_seconds = 0;     ///< from the start to the due
  bool counting = false;               ///< the remaining seconds run at this moment
  std::optional<Instant> changes_at;   ///< when counting next flips
};

DueFigures figures_of(const NextDue& next, const Calendar& calendar, Instant now);

}  // namespace punctual::desk
