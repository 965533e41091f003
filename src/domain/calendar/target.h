#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/time/instant.h"

namespace punctual {

/// How much may pass: open time ("90s", "30m", "4h") or business days ("1bd": the same time on the next
/// business day, never 24 or 8 hours). Keeps the unit it was written in, so that it reads back the same.
struct Target {
  enum class Unit { seconds, minutes, hours, business_days };
  std::int64_t amount = 0;
  Unit unit = Unit::seconds;

  bool in_business_days() const { return unit == Unit::business_days; }
  /// Of open time; not for business days.
  Seconds seconds() const;
  bool operator==(const Target&) const = default;

  static constexpr Target of_seconds(std::int64_t n) { return {n, Unit::seconds}; }
  static constexpr Target of_minutes(std::int64_t n) { return {n, Unit::minutes}; }
  static constexpr Target of_hours(std::int64_t n) { return {n, Unit::hours}; }
  static constexpr Target of_business_days(std::int64_t n) { return {n, Unit::business_days}; }
};

/// Digits and a unit, nothing else; zero is allowed. Nothing where it is anything else or too large to count.
std::optional<Target> parse_target(std::string_view text);
std::string format_target(Target target);

}  // namespace punctual
