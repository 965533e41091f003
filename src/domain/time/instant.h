#pragma once

#include <chrono>
#include <compare>

namespace punctual {

/// A moment, in whole seconds since the Unix epoch (UTC, leap seconds not counted).
using Instant = std::chrono::sys_seconds;

/// What a clock on the wall of one zone says. Never mixed with Instant: a TimeZone stands between them.
using WallTime = std::chrono::local_seconds;

using Seconds = std::chrono::seconds;

/// A calendar date in some zone, as days since 1970-01-01.
using Date = std::chrono::local_days;

/// The civil calendar, weekdays included, repeats after 400 years.
inline constexpr std::chrono::days civil_cycle{146'097};

/// Half-open: `opens` belongs to it, `closes` does not. Empty where closes <= opens.
struct Interval {
  Instant opens;
  Instant closes;
  bool contains(Instant t) const { return opens <= t && t < closes; }
  Seconds length() const { return closes > opens ? closes - opens : Seconds{0}; }
  auto operator<=>(const Interval&) const = default;
};

}  // namespace punctual
