#pragma once

#include <string>
#include <vector>

#include "domain/sla/explained_clock.h"
#include "domain/time/time_zone.h"

namespace punctual::sla {

enum class Period { week, month, year };

/// What counted within one period of an explanation too long to be told stretch by stretch.
struct PeriodSum {
  std::string name;  ///< "Week of Monday 11 March 2024", "March 2024", "2024"
  Seconds past{0};
  Seconds ahead{0};
  Seconds late{0};
  std::vector<std::string> holidays;  ///< by name, or "a holiday"
};

/// Ascending; their sums are those of the stretches that bear upon the clock. Of a stopped clock nothing
/// after its stop.
std::vector<PeriodSum> sums_of(const Clock& clock, const ExplainedClock& explained, const TimeZone& zone,
                               Period period);

}  // namespace punctual::sla
