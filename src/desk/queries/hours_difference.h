#pragma once

#include <string>
#include <vector>

#include "desk/business_hours.h"
#include "domain/calendar/sentences.h"

namespace punctual::desk {

/// What differs, as sentences for the desk's people; empty when nothing does. The history of the hours keeps
/// them in 12 hours.
std::vector<std::string> hours_differences(const HoursVersion& before, const HoursVersion& after,
                                           ClockFace face = ClockFace::of_12_hours);

}  // namespace punctual::desk
