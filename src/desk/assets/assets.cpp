#include "desk/assets/assets.h"

#include <algorithm>

namespace punctual {

// The table is sorted by path when it is made.
const Asset* find_asset(std::string_view path) {
  const auto all = all_assets();
  const auto found = std::ranges::lower_bound(all, path, {}, &Asset::path);
  return found != all.end() && found->path == path ? &*found : nullptr;
}

}  // namespace punctual
