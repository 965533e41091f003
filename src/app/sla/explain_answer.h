#pragma once

#include "app/sla/told.h"
#include "domain/calendar/calendar.h"

namespace punctual::app {

// What `sla explain` says: a line a stretch, and their sum. Words are in the time of `zone`.

Told explain_due(const Calendar& calendar, Instant start, Target target, const TimeZone& zone);
/// `to` does not lie before `from`.
Told explain_elapsed(const Calendar& calendar, Instant from, Instant to, const TimeZone& zone);

}  // namespace punctual::app
