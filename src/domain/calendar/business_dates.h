#pragma once

#include <cstdint>
#include <vector>

#include "domain/calendar/calendar.h"

namespace punctual {

/// The dates that a target of `count` business days walks over (SEMANTICS 12): first the one that owns the
/// opening at or after `start`, then the business days after it; Calendar::due falls on the last. Empty where
/// no promise is possible.
std::vector<Date> business_dates(const Calendar& calendar, Instant start, std::int64_t count);

}  // namespace punctual
