#pragma once

#include "desk/desk.h"
#include "domain/ticket/event.h"

namespace punctual::desk {

/// Where a request's first line changed because its words were redacted: statements that were issued with it
/// say what is left, and nothing else of them changes. Each change is in the audit with the digest the
/// document has from then on. In the writer's transaction.
void state_summary(store::Session& session, TicketId ticket, const Actor& by, Instant now);

}  // namespace punctual::desk
