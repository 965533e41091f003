#pragma once

#include <optional>
#include <vector>

#include "domain/ticket/ticket.h"
#include "store/sql/session.h"

namespace punctual::desk {

/// One ticket on the way from a private page to where what is written there belongs.
struct Stop {
  TicketId id;
  std::vector<Recorded> journal;
  TicketState ticket;
};

/// From a page's ticket on: into what it was merged into, and, once resolved for good, to the request that
/// followed it.
struct Course {
  std::vector<Stop> stops;      ///< the page's own ticket first, where it goes on last
  std::optional<TicketId> via;  ///< the first that was merged; its page is where the message was written
  const Stop& end() const { return stops.back(); }
};

/// Nothing where there is no such ticket.
std::optional<Course> course_of(store::Session& session, TicketId page);

}  // namespace punctual::desk
