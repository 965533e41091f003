#pragma once

#include <string>

#include "desk/business_hours.h"

namespace punctual::app {

/// Hours as lines of a table; the zone is left out where it is the usual one.
std::string hours_lines(const desk::HoursVersion& hours, const std::string& usual_zone);
/// The same as the inside of an inline table.
std::string hours_inside(const BusinessHours& hours, const std::string& usual_zone);

}  // namespace punctual::app
