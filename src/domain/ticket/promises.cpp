#include "domain/ticket/promises.h"

namespace punctual {

const sla::PolicyInForce& PromiseTerms::of(int tier, Submission submitted) const {
  const auto& terms = tiers.at(static_cast<std::size_t>(tier - 1));
  return submitted == Submission::out_of_hours && terms.out_of_hours ? *terms.out_of_hours : terms.usual;
}

TicketTerms::TicketTerms(const TicketState& ticket, const PromiseVersions& versions)
    : ticket_(ticket),
      versions_(versions),
      submitted_(versions.at(ticket.request.policy).desk_hours.is_open(ticket.submitted_at)
                     ? Submission::in_hours
                     : Submission::out_of_hours) {}

}  // namespace punctual
