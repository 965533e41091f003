#pragma once

#include "domain/people/suggestion.h"

namespace punctual::people {

/// Whether and when somebody is at work for it.
struct Presence {
  bool enough = false;
  Instant there;  ///< the end of time where they never are
  Reason reason;  ///< at_work_now, at_work_from, too_little_time or away
};
Presence presence_of(const Calendar& at_work, const TicketNeed& need, Instant until);

/// What the candidates are measured by: the least among those who can have the ticket.
struct Least {
  int active_tickets = 0;
  int given_in_7_days = 0;
  Instant there;                 ///< the first to be at work
  std::optional<Instant> given;  ///< longest ago; nothing: somebody never was
};

std::vector<Reason> reasons_of(const Candidate& candidate, const TicketNeed& need, Reason presence,
                               const Least& least);
int points_of(const Reason& reason);

}  // namespace punctual::people
