#pragma once

#include <span>
#include <string>

#include "domain/ticket/standing.h"
#include "store/sql/session.h"

namespace punctual::store {

// A ticket's rows compared with what its journal gives: an empty text when they agree, else the first
// difference. For the tests that fold every journal and for `verify`.

/// How many attachments it has, which they are, and how often its private link was ended.
std::string difference_from_files_and_link(Session& session, TicketId id, std::span<const Recorded> journal);
std::string difference_from_row(Session& session, TicketId id, const TicketState& ticket);
/// Its clocks, its place in the queue and its timer. `standing` is of any moment since the last event: what
/// the rows hold is the same at all of them. `percents` are the desk's stages; a timer that is early finds
/// nothing to tell and moves on, so it agrees.
std::string difference_from_clocks(Session& session, TicketId id, const TicketState& ticket,
                                   const Standing& standing, std::span<const int> percents);

}  // namespace punctual::store
