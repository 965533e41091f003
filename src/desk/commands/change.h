#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "desk/desk.h"
#include "domain/ticket/decide.h"
#include "store/blobs.h"

namespace punctual::desk {

struct Changed {
  std::int64_t version = 0;
  std::vector<std::string> warnings;
};

struct NotChanged {
  enum class Why { unknown_ticket, stale, refused };
  Why why{};
  Refusal refusal{};         ///< of Why::refused
  std::int64_t version = 0;  ///< of Why::stale: the version now
};

/// One command on a ticket, in the writer's transaction: folds the journal, decides, appends, rewrites row,
/// clocks and timer, reacts. `expected_version` is what the asker had read; nothing where the command does
/// not depend on it. Files are those of a client's reply.
std::expected<Changed, NotChanged> change(const Desk& desk, store::Session& session, TicketId id,
                                          std::optional<std::int64_t> expected_version,
                                          const TicketCommand& asked, Actor by, Instant now,
                                          const std::vector<store::KeptFile>& files = {});

/// Makes a ticket follow the newest calendar, where it does not yet (SEMANTICS 20a).
void rejudge(const Desk& desk, store::Session& session, TicketId id, Instant now);

/// Fires what has passed on a ticket whose timer is due; also when nothing has, so that the timer moves on.
void fire(const Desk& desk, store::Session& session, TicketId id, Instant now);

}  // namespace punctual::desk
