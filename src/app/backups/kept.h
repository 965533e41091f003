#pragma once

#include <filesystem>
#include <optional>

#include "store/sql/session.h"

namespace punctual::app {

/// When the newest backup began that is still where it was made. With a folder configured only what lies in
/// it counts: a copy made elsewhere must not hide that the desk's own are missing.
std::optional<Instant> last_kept_backup(store::Session& session, const std::filesystem::path& folder);

}  // namespace punctual::app
