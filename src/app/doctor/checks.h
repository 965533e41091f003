#pragma once

#include "app/config.h"
#include "app/doctor/finding.h"
#include "app/doctor/name_server.h"
#include "domain/time/instant.h"

namespace punctual::app::doctor {

/// Under which address people reach the desk, and whether what stands in front of it is named.
Findings look_at_address(const Config& config);
/// Whether everybody on this machine can read a password that stands in the settings' file.
Findings look_at_file(const std::filesystem::path& file);
/// Who may read the data folder, whether its key is there, how much room is left.
Findings look_at_folder(const Config& config);
/// Whether SQLite finds the file whole, and how old the last backup is. Only reads, also beside a running
/// desk.
Findings look_at_database(const Config& config, Instant now);
/// Whether the machine's clock is kept by somebody and not behind what the journal says has happened.
Findings look_at_clock(const Config& config, Instant now);
/// Whether the mail server answers, takes TLS and the password. Sends nothing.
Findings look_at_mail(const Config& config);
/// Whether the sender's domain takes mail and lets others believe ours, and the desk's own name is known.
Findings look_at_names(const Config& config, const NameServer& names);

}  // namespace punctual::app::doctor
