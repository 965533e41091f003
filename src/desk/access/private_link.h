#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "desk/desk.h"

namespace punctual::desk {

/// The secret of a ticket's private page: "1042-<22 characters>", a keyed hash of ticket and generation. Only
/// the generation is stored; raising it revokes (SECURITY 9).
std::string private_token(const Desk& desk, TicketId ticket, std::int64_t generation);
/// The page's address below the configured base URL.
std::string private_url(const Desk& desk, TicketId ticket, std::int64_t generation);
/// Whose page it is; nothing where the token is wrong in any way.
std::optional<TicketId> ticket_of_private_token(const Desk& desk, store::Session& session,
                                                std::string_view token);

}  // namespace punctual::desk
