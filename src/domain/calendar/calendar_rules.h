#pragma once

#include "domain/calendar/business_hours.h"
#include "domain/time/time_zone.h"

namespace punctual {

/// One member of a calendar: its hours, and the zone they are written in.
struct CalendarRules {
  BusinessHours hours;
  TimeZone zone;
};

}  // namespace punctual
