#pragma once

#include <optional>
#include <span>

#include "domain/calendar/calendar.h"
#include "domain/calendar/pause.h"
#include "domain/calendar/target.h"

namespace punctual::sla {

/// Open time less pauses from one clock's start on. Pauses ascend and do not overlap; one that still runs
/// closes at Instant::max(). A pause over closed time moves nothing (SEMANTICS 16).
class CountedTime {
 public:
  CountedTime(const Calendar& calendar, Instant start, std::span<const Pause> pauses)
      : calendar_(calendar), start_(start), pauses_(pauses) {}

  Seconds until(Instant t) const;
  /// The smallest instant, at or after the start, at which that much is counted; for zero the first that
  /// counts at all (SEMANTICS 8). Nothing beyond an endless pause or the horizon.
  std::optional<Instant> reaches(Seconds amount) const;
  std::optional<Instant> due(Target target) const;

 private:
  const Calendar& calendar_;
  Instant start_;
  std::span<const Pause> pauses_;
};

}  // namespace punctual::sla
