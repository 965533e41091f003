#pragma once

#include <expected>
#include <string_view>

#include "web/http/fault.h"
#include "web/http/form_limits.h"
#include "web/http/request.h"

namespace punctual::web {

/// application/x-www-form-urlencoded, as HTML forms send it.
std::expected<Form, Fault> parse_urlencoded(std::string_view body, const FormLimits& limits);

}  // namespace punctual::web
