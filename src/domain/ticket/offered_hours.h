#pragma once

#include <string>

#include "domain/calendar/calendar.h"

namespace punctual {

/// What somebody is told who asked for an instant outside of somebody's hours: " is at work Thursday 26
/// November, 08:00 to 17:00, and again Monday 30 November, 08:00 to 17:00." The last stretch before it that
/// is not over at `now`, and the first after it; times in `zone`.
std::string offered_hours(const Calendar& at_work, Instant wanted, Instant now, const TimeZone& zone);

}  // namespace punctual
