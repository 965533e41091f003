#pragma once

#include <expected>
#include <functional>
#include <optional>
#include <string>

#include "domain/time/instant.h"

namespace punctual::web {

/// The backups the desk makes by itself; lent by the composition root.
struct ScheduledBackups {
  std::string folder;
  std::string at;  ///< "03:00", in the desk's zone
  int keep = 0;
  std::function<std::optional<Instant>()> next;             ///< nothing while one is under way
  std::function<std::expected<void, Instant>()> begin_now;  ///< the error: when one may be asked for again
};

}  // namespace punctual::web
