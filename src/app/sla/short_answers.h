#pragma once

#include "app/sla/told.h"
#include "domain/calendar/calendar.h"

namespace punctual::app {

// What `sla due`, `sla elapsed` and `sla open` say: words in the calendar's zone, JSON as the batch answers.

Told tell_due(const Calendar& calendar, Instant start, Target target);
Told tell_elapsed(const Calendar& calendar, Instant from, Instant to);
Told tell_open(const Calendar& calendar, Instant at);

/// "no promise possible: …", for a target that has no due.
Told tell_no_promise(const Calendar& calendar, Instant start, Target target);

}  // namespace punctual::app
