#pragma once

#include <string>
#include <vector>

#include "desk/business_hours.h"

namespace punctual::desk {

/// What differs, as sentences for the desk's people; empty when nothing does.
std::vector<std::string> hours_differences(const HoursVersion& before, const HoursVersion& after);

}  // namespace punctual::desk
