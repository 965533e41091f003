#pragma once

#include <optional>
#include <vector>

#include "domain/id.h"
#include "domain/ticket/event.h"
#include "store/sql/session.h"

namespace punctual::store {

/// A promise that was kept, or whose due has passed; of a ticket that is no spam and was not merged.
struct JudgedPromise {
  TicketId ticket;
  ClockKind clock{};
  Instant due{};
  std::optional<Instant> stopped{};

  bool missed() const { return !stopped || *stopped > due; }
};

/// A client's promises that were due in [from, to), as they stand at `now`; by due.
std::vector<JudgedPromise> judged_promises(Session& session, ClientId client, Instant from, Instant to,
                                           Instant now);

}  // namespace punctual::store
