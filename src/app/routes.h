#pragma once

#include <vector>

#include "web/api/api.h"

namespace punctual::app {

/// Everything the desk answers. `api` outlives them.
std::vector<web::Route> routes_of(web::Api& api);

}  // namespace punctual::app
