#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/id.h"
#include "store/sql/session.h"

namespace punctual::store {

/// Who is copied in on a ticket, by address: what finds the tickets that name somebody as a copy reader.
void insert_copies(Session& session, TicketId ticket, std::span<const std::string> addresses);
void delete_copies(Session& session, TicketId ticket, std::span<const std::string> addresses);
bool has_copies(Session& session, TicketId ticket, std::span<const std::string> addresses);
/// In order of their ids.
std::vector<TicketId> tickets_copied_to(Session& session, std::string_view address_folded);

}  // namespace punctual::store
