#include "app/backups/kept.h"

#include "desk/backup/layout.h"
#include "store/backups.h"

namespace punctual::app {
namespace {

constexpr int looked_at = 100;

}  // namespace

std::optional<Instant> last_kept_backup(store::Session& session, const std::filesystem::path& folder) {
  for (const auto& row : store::newest_backups(session, looked_at)) {
    const std::filesystem::path place(row.place);
    const bool counts =
        folder.empty() || place.parent_path() == std::filesystem::absolute(folder).lexically_normal();
    if (!row.error && counts && desk::is_backup(place)) return row.began_at;
  }
  return std::nullopt;
}

}  // namespace punctual::app
