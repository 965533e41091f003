#pragma once

#include <map>
#include <string>
#include <vector>

#include "store/sql/session.h"

namespace punctual::store {

// For `verify`: each reads whole tables.

/// What SQLite finds wrong with the file and with its references, a line each, at most about `at_most`.
std::vector<std::string> integrity_problems(Session& session, int at_most);
/// What `read_counts` should say: views that hold a ticket.
std::map<std::string, std::int64_t> counted_anew(Session& session);

std::int64_t count_tickets(Session& session);
/// In order of id from behind `after`.
std::vector<TicketId> ticket_ids(Session& session, TicketId after, int at_most);

}  // namespace punctual::store
