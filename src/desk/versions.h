#pragma once

#include <string>

#include "store/policies.h"

namespace punctual::desk {

/// Which state of the desk's configuration something was read from: all of it that a page, a verb or a file
/// can change moves one of these. Cheap to read.
struct DeskVersions {
  int hours = 0;
  PolicyId policy;  ///< the version written last
  std::int64_t directory = 0;
  int configuration = 0;  ///< how often one was applied that changed something
  bool operator==(const DeskVersions&) const = default;
};
DeskVersions read_versions(store::Session& session);
/// The same for the same.
std::string to_text(const DeskVersions& versions);

/// One more configuration was applied, with how much it changed.
void write_configuration_version(store::Session& session, std::size_t changes, Instant now);

}  // namespace punctual::desk
