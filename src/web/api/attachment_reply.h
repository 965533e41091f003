#pragma once

#include <optional>
#include <string_view>

#include "desk/desk.h"
#include "web/http/reply.h"

namespace punctual::web {

/// The file of a ticket's attachment, always as a download that nothing runs (SECURITY 16). The caller has
/// authorised the ticket. Nothing where the ticket has no such attachment.
std::optional<Reply> attachment_reply(const desk::Desk& desk, store::Session& session, TicketId ticket,
                                      std::string_view attachment);

}  // namespace punctual::web
