#pragma once

#include <expected>
#include <string>
#include <string_view>

namespace punctual::desk {

/// The lines of an iCalendar file (RFC 5545) that tell which days it names, unfolded, in linear time: what
/// else it holds, and what would keep a reader busy for nothing, never reaches the parser. The error says
/// what to do.
std::expected<std::string, std::string> holiday_lines(std::string_view content);

}  // namespace punctual::desk
