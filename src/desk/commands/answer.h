#pragma once

#include <expected>
#include <string>
#include <vector>

#include "desk/commands/change.h"

namespace punctual::desk {

/// What a client wrote on a ticket's private page.
struct ClientMessage {
  std::string body;
  std::vector<store::KeptFile> files;
};

/// Takes a client's message to where it belongs, in the writer's transaction: the ticket itself, the one it
/// was merged into, or the one that followed it. What comes too late to reopen opens a linked request of the
/// same contact: nothing typed is lost. The request that was opened, or id 0.
std::expected<TicketId, NotChanged> answer(const Desk& desk, store::Session& session, TicketId page,
                                           const ClientMessage& message, Instant now);

}  // namespace punctual::desk
