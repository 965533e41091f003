#pragma once

#include <vector>

#include "domain/calendar/business_hours.h"
#include "domain/time/zone_source.h"

namespace punctual {

/// All that is wrong with the rules, confirmable ones included; empty when nothing is. What can never be kept
/// is wrong: a zone that does not exist, an interval of no length, and, from `now` and from every date after
/// which the rules are others, no opening within 60 years (SEMANTICS 3, 11).
std::vector<HoursProblem> problems_of(const BusinessHours& hours, const ZoneSource& zones, Instant now);

}  // namespace punctual
