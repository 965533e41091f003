#pragma once

#include <expected>
#include <optional>
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

/// How far the redaction of a contact goes. Who sent the open form may have typed another's address: by what
/// is known only that ticket's words are theirs.
enum class Reach { what_is_known, everywhere };

/// What a redaction of the ticket's contact would take.
struct ContactReach {
  bool verified = false;  ///< false: by what is known this ticket alone
  std::int64_t tickets = 0;
  std::int64_t others = 0;  ///< others' tickets that name them: a copy reader, or who decided on an estimate
};
/// Nothing where there is no such ticket.
std::optional<ContactReach> reach_of_contact(store::Session& session, TicketId id);

/// The same of a ticket's contact, over all their tickets: name, address, what they wrote; others' tickets
/// copy them in no more. They leave the directory, and their private links stop working. What the desk's
/// people wrote stays.
struct RedactedContact {
  Changed changed;
  std::int64_t tickets = 0;
};
std::expected<RedactedContact, NotChanged> redact_contact(const Desk& desk, store::Session& session,
                                                          TicketId id, const std::string& reason, Reach reach,
                                                          std::int64_t expected_version, const Actor& by,
                                                          Instant now);

}  // namespace punctual::desk
