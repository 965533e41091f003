#pragma once

#include <expected>

#include "desk/commands/change.h"

namespace punctual::desk {

/// Relates two tickets, or takes that back: in both journals, in the writer's transaction. What is so already
/// changes nothing. `expected_version` is of `id`. May follow from one another alone what a client's late
/// answer opened; that is not taken back.
std::expected<Changed, NotChanged> link(const Desk& desk, store::Session& session, TicketId id,
                                        TicketId other, std::int64_t expected_version, const Actor& by,
                                        Instant now);
std::expected<Changed, NotChanged> unlink(const Desk& desk, store::Session& session, TicketId id,
                                          TicketId other, std::int64_t expected_version, const Actor& by,
                                          Instant now);

}  // namespace punctual::desk
