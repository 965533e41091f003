#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace punctual::app {

// Values as a desk.toml writes them.

/// What the parser found wrong with how the file is written, with a remedy.
std::string syntax_problem(std::string_view description);

/// In quotation marks, on one line.
std::string quoted_text(std::string_view text);
/// The same, or over several lines between three quotation marks where the text has them.
std::string quoted_lines(std::string_view text);
/// The same, long lines broken where that changes nothing.
std::string quoted_words(std::string_view text);
std::string quoted_list(const std::vector<std::string>& texts);

}  // namespace punctual::app
