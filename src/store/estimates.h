#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/agreement/allocation.h"
#include "domain/ticket/ticket.h"
#include "store/sql/session.h"

namespace punctual::store {

/// What a contact approved, and when.
struct ApprovedEstimate {
  TicketId ticket;
  int number = 0;
  std::int64_t extra = 0;  ///< minutes beyond the allowance
  Instant at{};
  bool merged = false;  ///< the ticket, which goes on in another
};
std::vector<ApprovedEstimate> approved_estimates(Session& session, ClientId client, Instant before);

/// The tickets with an estimate this contact decided on.
std::vector<TicketId> tickets_decided_by(Session& session, ContactId contact);

/// Rewrites the rows of a ticket's estimates as its journal folds.
void write_estimates(Session& session, TicketId ticket, ClientId client,
                     const std::vector<Estimate>& estimates);
/// What of those rows differs from the journal; empty: nothing.
std::string difference_from_estimates(Session& session, TicketId ticket, ClientId client,
                                      const std::vector<Estimate>& estimates);

}  // namespace punctual::store
