#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace punctual::text {

/// Invisible characters that end a line or turn its direction (C1 controls, U+2028 and U+2029, the
/// bidirectional embeddings and isolates): in a name or an address they make mails read as what they are not.
bool turns_lines(std::string_view text);

/// The text as one line of at most so many bytes, cut at a character: without controls and what turns_lines
/// finds; white space between words once. Empty where nothing of it can be seen.
std::string one_line(std::string_view text, std::size_t most);

}  // namespace punctual::text
