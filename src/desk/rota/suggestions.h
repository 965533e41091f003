#pragma once

#include "desk/desk.h"
#include "domain/people/leave.h"
#include "store/ticket_queue.h"

namespace punctual::desk {

/// Reads what suggestions weigh: everybody who works here as they might have tickets of one pod's client.
class Candidates {
 public:
  Candidates(const Catalogue& catalogue, store::Session& session, Instant now);
  /// For one ticket; the catalogue outlives the answer.
  std::vector<people::Candidate> of(const store::TicketRow& ticket);

 private:
  const Catalogue& catalogue_;
  store::Session& session_;
  std::vector<people::Candidate> everybody_;  ///< without what is particular to a ticket
};

/// What the ticket needs at `now`: its client's skills, its next due.
people::TicketNeed need_of(const Catalogue& catalogue, const store::TicketRow& ticket, Instant now);

/// Who could have the ticket.
people::Suggestions suggestions_for(const Catalogue& catalogue, store::Session& session,
                                    const store::TicketRow& ticket, Instant now);

}  // namespace punctual::desk
