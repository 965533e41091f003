#pragma once

#include <expected>
#include <string>

#include "desk/commands/change.h"

namespace punctual::desk {

/// Removes the words and files of one event for good, wherever the desk holds them; in the writer's
/// transaction; files that nothing names any more are listed there for removal. Journals say who, when and
/// why, and their chains stand. Backups made before keep the words.
std::expected<Changed, NotChanged> redact_message(const Desk& desk, store::Session& session, TicketId id,
                                                  std::int64_t seq, const std::string& reason,
                                                  std::int64_t expected_version, const Actor& by,
                                                  Instant now);

/// The same of a ticket's contact, over all their tickets: name, address, what they wrote. They leave the
/// directory, and their private links stop working. What the desk's people wrote stays.
std::expected<Changed, NotChanged> redact_contact(const Desk& desk, store::Session& session, TicketId id,
                                                  const std::string& reason, std::int64_t expected_version,
                                                  const Actor& by, Instant now);

}  // namespace punctual::desk
