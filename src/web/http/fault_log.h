#pragma once

#include <string_view>

#include "web/http/server.h"

namespace punctual::web {

/// One structured line: what broke, on which route, why. Never the path, a header or a body: they carry
/// tokens and text.
void log_fault(const ServerOptions& options, std::string_view event, const Route* route,
               std::string_view why);

}  // namespace punctual::web
