#pragma once

#include "web/api/api.h"

namespace punctual::web {

/// How the server's own refusals read: a problem document for programs, a short page for people.
Reply refuse(const Api& api, Fault fault, const Request& request);

}  // namespace punctual::web
