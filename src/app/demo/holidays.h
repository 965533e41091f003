#pragma once

#include <map>
#include <string>

#include "domain/time/instant.h"

namespace punctual::app::demo {

/// The days the demo's agency is closed in the year before, in `year` and in the year after, by name. One
/// that falls on a weekend is kept on the nearest weekday.
std::map<Date, std::string> holidays_around(std::chrono::year year);

}  // namespace punctual::app::demo
