#pragma once

#include <string>
#include <vector>

#include "domain/calendar/explain.h"

namespace punctual {

/// The explanation as sentences a client understands, one a stretch and a sum, in the wall time of `zone`:
/// "Friday 8 March, 4:30 PM to 5:00 PM: 30 minutes counted."
/// "Friday 8 March, 5:00 PM to Monday 11 March, 9:00 AM: closed, not counted."
/// "In all 1 hour counted. Times are America/New_York time."
std::vector<std::string> sentences(const Explanation& explanation, const TimeZone& zone);

/// "1 hour 30 minutes", "45 seconds", "0 minutes".
std::string spoken(Seconds length);
/// "Friday 8 March, 4:30 PM"; seconds only where there are some.
std::string spoken(Instant t, const TimeZone& zone);

}  // namespace punctual
