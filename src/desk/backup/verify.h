#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "desk/backup/layout.h"
#include "domain/time/zone_source.h"

namespace punctual::desk {

/// How many problems are named; more are counted.
inline constexpr std::size_t most_problems = 100;

struct Verified {
  std::int64_t tickets = 0;
  std::int64_t blobs = 0;
  std::vector<std::string> problems;  ///< place, problem, remedy
  std::int64_t unnamed = 0;           ///< problems beyond those
  bool given_up = false;
};

/// Looks at everything a data folder or a backup holds: the file's integrity and references; that what stands
/// once (settings, hours, policies, people) can be read; every chain; that every journal folds to its
/// ticket's row, clocks, timer and place in the queue; the counts; every attachment's hash; a backup's
/// manifest. A desk may run on the folder meanwhile. Changes nothing.
Verified verify(const Layout& layout, const ZoneSource& zones, const Progress& go_on);

}  // namespace punctual::desk
