#pragma once

#include <string>
#include <string_view>

namespace punctual::app::demo {

/// A text of the tables as somebody would have typed it: the lines of a paragraph are one line. A line break
/// stays where a blank line parts paragraphs, and beside lines that begin with a space, or as lists, quotes,
/// tags and fences do.
std::string unwrapped(std::string_view text);

}  // namespace punctual::app::demo
