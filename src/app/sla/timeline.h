#pragma once

#include <string>

#include "domain/calendar/explain.h"

namespace punctual::app {

/// An explanation as a table that people read, a line a stretch: from, to, length, counted or why not, and
/// what is counted so far. Times are those of `zone`; where its clocks change within a stretch, it says so.
std::string timeline(const Explanation& explanation, const TimeZone& zone);

/// "Mon 11 Mar 2024"
std::string short_date(Date date);

}  // namespace punctual::app
