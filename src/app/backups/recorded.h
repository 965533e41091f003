#pragma once

#include <expected>
#include <optional>
#include <string>

#include "app/held_desk.h"
#include "desk/backup/backup.h"

namespace punctual::app {

enum class Began { by_hand, by_schedule, on_request };

/// Makes a backup and writes down in the desk how it went; that none was made not where it was by hand, since
/// somebody reads it at once. Like make_backup, and the machine's refusals are errors, too.
std::expected<desk::BackedUp, std::string> recorded_backup(const HeldDesk& held,
                                                           const std::filesystem::path& to,
                                                           const std::optional<desk::Layout>& previous,
                                                           Began began, const desk::Progress& go_on);

/// "1204 tickets, 3 attachments, 12.4 MB".
std::string in_short(const desk::Manifest& manifest);

}  // namespace punctual::app
