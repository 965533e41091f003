#pragma once

#include <string>
#include <string_view>

namespace punctual::store {

/// For case-insensitive matching: Unicode case folding, white space at the ends removed. What the *_folded
/// columns hold.
std::string fold_case(std::string_view text);

}  // namespace punctual::store
