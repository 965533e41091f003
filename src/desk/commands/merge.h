#pragma once

#include <expected>

#include "desk/commands/change.h"
#include "domain/ticket/merging.h"

namespace punctual::desk {

/// The source goes on in the target: an end for it, its conversation is read from there. One transaction for
/// both. `expected_version` is the source's.
std::expected<Changed, NotChanged> merge(const Desk& desk, store::Session& session, TicketId source,
                                         TicketId target, IntoOpenForm into_open_form,
                                         std::int64_t expected_version, const Actor& by, Instant now);

}  // namespace punctual::desk
