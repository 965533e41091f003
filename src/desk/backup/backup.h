#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "desk/backup/layout.h"
#include "desk/backup/manifest.h"
#include "desk/backup/withdraw.h"
#include "store/blobs.h"

namespace punctual::desk {

struct BackedUp {
  Manifest manifest;
  /// What is damaged, missing or unreadable of attachments, a sentence each; all else is there.
  std::vector<std::string> problems;
};

/// Makes the folder `to`, laid out like the data folder: one state of the database, every attachment its rows
/// name, the key, and the manifest; all on disk. Until it is complete it is no backup, see Draft. Others may
/// write meanwhile. Attachments that `previous`, a backup on the same file system, holds already are linked
/// from it. The error says why nothing was made. Throws std::system_error or SqlError when the machine
/// refuses.
std::expected<BackedUp, std::string> make_backup(const Layout& from, const store::BlobFolder& blobs,
                                                 const std::filesystem::path& to,
                                                 const std::optional<Layout>& previous, Instant now,
                                                 const Progress& go_on);

struct Restored {
  Manifest manifest;
  std::vector<std::string> problems;  ///< of attachments, as of BackedUp
  Withdrawn withdrawn;
};

/// A backup knows nothing of what ended after it, so restoring it ends all of that kind; as it is, a desk
/// goes on elsewhere that was stopped before its backup and not started since.
enum class Taken { without_what_may_have_ended, as_it_is };

/// Makes the data folder `to`, which is not there or empty, of a backup, of this version's schema. The error
/// says why nothing was made; attachments that the backup holds damaged or not at all are told as problems.
std::expected<Restored, std::string> restore_backup(const Layout& backup, const std::filesystem::path& to,
                                                    Taken taken, Instant now, const Progress& go_on);

}  // namespace punctual::desk
