#pragma once

#include "app/configuration/toml_table.h"
#include "desk/business_hours.h"
#include "domain/time/zone_source.h"

namespace punctual::app {

/// Reads time_zone, weekly, weekly_from, holidays and exceptions of a table, each of which may be left out
/// but `weekly`. Without a zone they are in `usual_zone`.
desk::HoursVersion read_hours(TomlTable& table, const std::string& usual_zone);
/// The keys of rules that promises are counted on: as read_hours, and what can never be kept is refused.
desk::HoursVersion read_promised_hours(TomlTable& table, const std::string& usual_zone,
                                       const ZoneSource& zones, Instant now);
/// Whose zone is unknown is refused.
void check_zone(TomlTable& table, const BusinessHours& hours, const ZoneSource& zones);

}  // namespace punctual::app
