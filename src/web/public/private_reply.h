#pragma once

#include <string>

#include "web/pages/private_page.h"
#include "web/public/site.h"

namespace punctual::web {

/// What was typed on the page, where it is shown again.
struct Typed {
  ReplyForm reply;
  std::optional<RatingForm> rating;
};

/// The private page of a ticket as it stands, below `path`.
Reply show_private(Api& api, TicketId id, const std::string& path, Typed typed, int status, Instant now);
/// What a wrong or revoked link is answered with.
Reply link_gone(const Api& api);

}  // namespace punctual::web
