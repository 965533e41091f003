#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "desk/backup/layout.h"
#include "desk/desk.h"

namespace punctual::app {

struct ExportedFolder {
  std::string client;
  std::int64_t tickets = 0;
  std::int64_t attachments = 0;
  std::vector<std::string>
      problems;  ///< attachments that could not be copied, a sentence each; name clients' files
};

/// Writes what the desk holds of a client to the new folder `to`: client.json, tickets/P-1042.json,
/// statements/2026-0007.json, attachments/P-1042/17-name; it is a draft until it is complete. A ticket at a
/// time; others may write meanwhile, and an attachment that they take away is told as a problem. `client` is
/// its name, whatever the case, or its id. The error says why nothing was made.
std::expected<ExportedFolder, std::string> export_client(const desk::Desk& desk, const std::string& client,
                                                         const std::filesystem::path& to, Instant now,
                                                         const desk::Progress& progress);

}  // namespace punctual::app
