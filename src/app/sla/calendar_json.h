#pragma once

#include <boost/json/value.hpp>
#include <expected>
#include <string>

#include "domain/calendar/calendar.h"
#include "domain/time/zone_source.h"

namespace punctual::batch {

/// A calendar as the batch protocol writes it; the error names the place and what is wrong there.
std::expected<Calendar, std::string> read_calendar(const boost::json::value& json, const ZoneSource& zones);

}  // namespace punctual::batch
