#pragma once

#include <string_view>

namespace punctual::app {

/// One line on standard error, with the instant in front; whole lines, from any thread. Never message text,
/// addresses or secrets (SECURITY 20).
void log_line(std::string_view text);

}  // namespace punctual::app
