#pragma once

#include <vector>

#include "domain/people/rota.h"

namespace punctual::people {

/// Gaps of one set of members that are alike: on the same weekday at the same hours, with as many people, for
/// the same reasons, endangering the same clients.
struct RecurringGap {
  CoverageGap first;
  std::vector<Interval> times;  ///< when it is, the first among them; ascending
};

/// What was lost of a plan comes first, then what no plan has; each by when it is first. Weekdays and hours
/// are the zone's.
std::vector<RecurringGap> recurring(std::vector<CoverageGap> gaps, const TimeZone& zone);

}  // namespace punctual::people
