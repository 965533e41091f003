#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "desk/desk.h"
#include "domain/ticket/ticket.h"

namespace punctual::desk {

/// Whose decision an estimate's link takes. The link is a keyed hash of all three and the version's digest,
/// made when its mail is rendered, and kept nowhere.
struct EstimateLink {
  TicketId ticket;
  int number = 0;
  ContactId contact;
};

/// The page's address below the configured base URL.
std::string estimate_url(const Desk& desk, store::Session& session, const EstimateLink& link,
                         std::string_view digest);

/// Nothing where the token is wrong in any way, the ticket is gone, the contact may approve no more, or the
/// plan's words were removed.
struct FollowedEstimateLink {
  EstimateLink link;
  EstimateOffer offer;  ///< as it was sent
  std::string contact_name;
  TicketState ticket;
};
std::optional<FollowedEstimateLink> follow_estimate_link(const Desk& desk, store::Session& session,
                                                         std::string_view token);

}  // namespace punctual::desk
