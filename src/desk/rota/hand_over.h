#pragma once

#include "desk/commands/change.h"
#include "store/directory.h"

namespace punctual::desk {

/// Whose hand-offs somebody sees: their own, those of the pods they lead, all of them as a coordinator or
/// manager.
bool may_see_hand_off(const Catalogue& catalogue, PersonId reader, people::Role role, PersonId of);
/// The same hand them over; anybody takes one over.
bool may_hand_over(const Catalogue& catalogue, PersonId by, people::Role role, PersonId from, PersonId to);

struct HandOverAsked {
  PersonId from;
  TicketId ticket;
  PersonId to;
  std::string note;  ///< for who has it next; may be empty
};
/// In the writer's transaction. Refused where it is somebody else's by now, unless it is `to`'s already; of a
/// ticket that does not fall due while `from` is away, by anybody who may not triage. To somebody who is not
/// at work before it is due it is handed with a warning: nobody away is suggested, but people may know
/// better.
std::expected<Changed, NotChanged> hand_over(const Desk& desk, store::Session& session, HandOverAsked asked,
                                             PersonId by, people::Role role, Instant now);

}  // namespace punctual::desk
