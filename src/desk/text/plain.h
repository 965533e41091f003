#pragma once

#include <string>
#include <string_view>

namespace punctual::text {

/// http, https or mailto, in any case, and nothing before it.
bool is_linkable(std::string_view url);

/// Text that only a machine writes: containers nested, or delimiters and brackets in numbers, for which the
/// parser's time would grow with their square. Linear in the text.
bool beyond_people(std::string_view markdown);

/// The text escaped: blank lines part paragraphs, line breaks stay.
std::string paragraphs_html(std::string_view text);

}  // namespace punctual::text
