#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/sql/session.h"

namespace punctual::store {

/// How one backup went.
struct BackupRow {
  Instant began_at{};
  Instant ended_at{};
  std::string place;
  bool scheduled = false;
  std::int64_t tickets = 0;
  std::int64_t blobs = 0;
  std::int64_t bytes = 0;             ///< database and attachments
  std::vector<std::string> problems;  ///< attachments that could not be copied whole
  std::optional<std::string> error;   ///< why nothing was made; nothing: it was made
};

/// Keeps the last thousand.
void insert_backup(Session& session, const BackupRow& backup);
/// Newest first.
std::vector<BackupRow> newest_backups(Session& session, int at_most);
/// When the last one that the schedule made began; nothing where there is none.
std::optional<Instant> last_scheduled_backup_at(Session& session);

}  // namespace punctual::store
