#pragma once

#include <optional>
#include <string_view>

#include "domain/time/time_zone.h"

namespace punctual {

/// Where zones come from: the system's database in the desk, a handful of tables in a test.
struct ZoneSource {
  virtual ~ZoneSource() = default;
  /// Nothing where the name is no IANA zone.
  virtual std::optional<TimeZone> find(std::string_view iana) const = 0;
};

}  // namespace punctual
