#pragma once

#include <optional>
#include <string>

#include "domain/calendar/business_hours.h"
#include "domain/time/instant.h"
#include "domain/time/time_zone.h"

namespace punctual::web {

/// Whether somebody is there, on the desk's public calendar.
struct DeskHours {
  TimeZone zone;
  WeeklyHours weekly;  ///< the pattern in force today
  bool always_open = false;
  bool open = false;
  std::optional<Instant> until;  ///< closing when open, opening when closed; nothing when beyond the horizon
  std::string closed_for;        ///< the holiday's name, when today is one
};

}  // namespace punctual::web
