#pragma once

#include <string_view>

namespace punctual {

/// Nothing to be read in it.
inline bool blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace punctual
