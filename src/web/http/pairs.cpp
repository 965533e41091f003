#include "web/http/pairs.h"

#include <algorithm>

#include "web/http/text.h"

namespace punctual::web {

std::optional<RawPair> next_pair(std::string_view& rest) {
  while (!rest.empty()) {
    const auto end = std::min(rest.find('&'), rest.size());
    const std::string_view pair = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (pair.empty()) continue;
    const auto equals = pair.find('=');
    if (equals == std::string_view::npos) return RawPair{pair, {}};
    return RawPair{pair.substr(0, equals), pair.substr(equals + 1)};
  }
  return std::nullopt;
}

bool well_formed_pairs(std::string_view raw) {
  while (const auto pair = next_pair(raw))
    if (!percent_decoded(pair->name, Plus::space) || !percent_decoded(pair->value, Plus::space)) return false;
  return true;
}

}  // namespace punctual::web
