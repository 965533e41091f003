#pragma once

#include <expected>
#include <string>

#include "domain/calendar/calendar.h"
#include "domain/time/zone_source.h"

namespace punctual::app {

/// The calendar that FILE holds as the batch protocol writes it; "-" is standard input. The error says where
/// in the file, what is wrong there, and what to do.
std::expected<Calendar, std::string> read_calendar_file(const std::string& file, const ZoneSource& zones);

}  // namespace punctual::app
