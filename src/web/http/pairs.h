#pragma once

#include <optional>
#include <string_view>

namespace punctual::web {

/// One `name=value` of a query or an urlencoded form, still encoded.
struct RawPair {
  std::string_view name;
  std::string_view value;
};

/// Takes the next pair from `rest`; empty ones between two '&' are skipped. Nothing at the end.
std::optional<RawPair> next_pair(std::string_view& rest);

/// Every escape is whole and decodes to text, so that reading a parameter later cannot fail.
bool well_formed_pairs(std::string_view raw);

}  // namespace punctual::web
