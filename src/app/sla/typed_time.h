#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/time/time_zone.h"

namespace punctual::app {

/// A time as people type it: RFC 3339 (a space for the T and no seconds will do), the same without an offset,
/// which is what the clocks of `zone` read (SEMANTICS 4: in a gap the jump, in a fold the first pass), or
/// "now". Nothing where it is none of these.
std::optional<Instant> parse_typed_time(std::string_view text, const TimeZone& zone, Instant now);

/// "Monday 11 March 2024, 9:30 am EDT"
std::string dated(Instant t, const TimeZone& zone);
/// The same with the instant behind it: "… EDT (2024-03-11T13:30:00Z)".
std::string dated_exactly(Instant t, const TimeZone& zone);

}  // namespace punctual::app
