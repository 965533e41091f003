#pragma once

#include <expected>
#include <string>
#include <vector>

#include "desk/agreements/books.h"
#include "domain/agreement/simulation.h"
#include "domain/ticket/decide.h"
#include "domain/ticket/estimate.h"

namespace punctual::desk {

/// What a plan is made of before the desk has counted what it costs.
struct PlannedWork {
  std::vector<EstimateLine> lines;
  std::string plan;
  Instant expires_at{};
};

/// The plan with what the allowance covers today, what would be beyond it, its price, and the digest that
/// stands for all of this; refused where nothing is agreed with the ticket's client, or a line's kind of work
/// is not known.
std::expected<EstimateOffer, Refusal> make_offer(store::Session& session, const Catalogue& catalogue,
                                                 TicketId ticket, PlannedWork work, Instant now);

}  // namespace punctual::desk
