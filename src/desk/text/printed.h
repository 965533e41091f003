#pragma once

#include <string>
#include <string_view>

namespace punctual::text {

/// Text of somebody else's as a terminal or a log may show it. What would move the cursor, end the line or
/// turn the direction of writing stands there as \u001b or \u202e, which is the same text in JSON; bytes that
/// are no UTF-8 as \xff.
std::string printed(std::string_view foreign);

}  // namespace punctual::text
