#pragma once

#include <string_view>

#include "web/http/request.h"

namespace punctual::web {

/// Splits a request target into the raw path (returned, for the router) and `path` and `query` of the
/// request. Takes the origin form and, as RFC 9112 demands, the absolute form, whose authority means nothing
/// to the desk. Empty when the target is refused: other forms, fragments, bytes beyond ASCII, broken escapes,
/// what is not text.
std::string_view read_target(std::string_view target, Request& into);

}  // namespace punctual::web
