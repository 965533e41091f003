#pragma once

#include <set>

#include "desk/desk.h"
#include "domain/ticket/event.h"

namespace punctual::desk {

/// Where first lines of requests changed because their words were redacted: statements that were issued with
/// them say what is left, and nothing else of them changes. Each change is in the audit with the digest the
/// document has from then on. In the writer's transaction.
void state_summaries(store::Session& session, const std::set<TicketId>& tickets, const Actor& by,
                     Instant now);

}  // namespace punctual::desk
