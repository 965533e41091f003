#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/agreement/allocation.h"
#include "domain/ticket/ticket.h"
#include "store/sql/session.h"

namespace punctual::store {

/// What a client was asked, and what a contact approved of it.
struct SentEstimate {
  TicketId ticket;
  bool merged = false;  ///< the ticket, which goes on in another
  int number = 0;
  std::vector<std::string> kinds;  ///< of work
  std::int64_t extra = 0;          ///< minutes beyond the allowance
  std::int64_t price = 0;          ///< of them, in minor units
  std::string currency;
  Instant sent_at{};
  std::optional<Instant> approved_at{};
  std::optional<Instant> withdrawn_at{};
};
/// By when they were sent.
std::vector<SentEstimate> sent_estimates(Session& session, ClientId client);

/// The tickets with an estimate this contact decided on.
std::vector<TicketId> tickets_decided_by(Session& session, ContactId contact);

/// Rewrites the rows of a ticket's estimates as its journal folds.
void write_estimates(Session& session, TicketId ticket, ClientId client,
                     const std::vector<Estimate>& estimates);
/// What of those rows differs from the journal; empty: nothing.
std::string difference_from_estimates(Session& session, TicketId ticket, ClientId client,
                                      const std::vector<Estimate>& estimates);

}  // namespace punctual::store
