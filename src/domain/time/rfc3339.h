#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/time/instant.h"

namespace punctual {

/// "2024-03-10T03:00:00-05:00" or "…Z", whole seconds. Strict: an offset is required, fractions,
/// leap seconds and 24:00 are refused. The offset says only which instant is meant.
std::optional<Instant> parse_rfc3339(std::string_view text);

/// "2024-03-10T08:00:00Z". Defined for the years 0000 to 9999; see `has_rfc3339`.
std::string format_rfc3339(Instant t);
bool has_rfc3339(Instant t);

/// "2024-03-10", a date that exists in the civil calendar; four digits, two, two.
std::optional<Date> parse_date(std::string_view text);
std::string format_date(Date d);

}  // namespace punctual
