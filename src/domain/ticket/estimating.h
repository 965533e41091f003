#pragma once

#include <expected>

#include "domain/ticket/decide.h"

namespace punctual {

// What may happen to a ticket's estimates, beside the lifecycle, which decide() looks at.

/// Whether the offer may go to the client with a reply.
std::expected<void, Refusal> may_offer(const TicketState& ticket, const EstimateOffer& offer, Instant now);

/// The offer as the ticket's next estimate.
event::Estimated numbered(const TicketState& ticket, EstimateOffer offer);

/// A contact's decision. It holds for the version it names, once; sent twice it is one.
std::expected<Decision, Refusal> answered(const TicketState& ticket, const command::DecideEstimate& asked,
                                          Instant now);

/// The desk takes back what nobody has decided on.
std::expected<Decision, Refusal> withdrawn(const TicketState& ticket, const command::WithdrawEstimate& asked,
                                           Instant now);

}  // namespace punctual
