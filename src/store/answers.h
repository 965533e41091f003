#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "domain/id.h"
#include "domain/ticket/ticket.h"
#include "store/sql/session.h"

namespace punctual::store {

/// Records a ticket's first human reply for the average (SEMANTICS 22); once.
void insert_first_reply(Session& session, TicketId ticket, Instant replied_at, Seconds business_time);
/// A ticket that turns out to be spam, or goes on in another, does not count.
void delete_first_reply(Session& session, TicketId ticket);
/// Business seconds to the first reply, of those given since `from`.
std::vector<std::int64_t> first_replies_since(Session& session, Instant from);

/// What the client says of the ticket's resolution; nothing takes it back.
void write_rating(Session& session, TicketId ticket, const std::optional<RatedAt>& rating);
struct RatingCounts {
  std::int64_t good = 0;
  std::int64_t okay = 0;
  std::int64_t bad = 0;
};
RatingCounts ratings_since(Session& session, Instant from);

struct Unanswered {
  std::int64_t count = 0;
  std::optional<Instant> oldest;  ///< submitted at
};
Unanswered read_unanswered(Session& session);

}  // namespace punctual::store
