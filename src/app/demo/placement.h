#pragma once

#include "app/demo/story.h"
#include "domain/calendar/calendar.h"

namespace punctual::app::demo {

/// The instant meant, seen from `base`; never after it.
Instant placed(const When& when, const Calendar& desk, Instant base);

/// The latest instant from which `amount` of open time has passed at `base`. As far back as a year.
Instant open_time_ago(const Calendar& calendar, Instant base, Seconds amount);

}  // namespace punctual::app::demo
