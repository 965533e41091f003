#pragma once

#include <vector>

#include "web/api/api.h"

namespace punctual::web {

/// `GET /r/{token}/events` tells a private page that what it shows has changed, and nothing else.
/// `GET /api/v1/events`: every change of a ticket as it is committed, resumable by its cursor without a gap.
/// The right to read is checked again before each event (SECURITY 2, 3).
std::vector<Route> live_routes(Api& api);

}  // namespace punctual::web
