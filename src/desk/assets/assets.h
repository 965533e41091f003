#pragma once

#include <span>
#include <string_view>

namespace punctual {

/// A file built into the binary. Bytes live as long as the process. `brotli` is empty where it would not be
/// smaller.
struct Asset {
  std::string_view path;  ///< e.g. "staff/index.html", "assets/page.css", "templates/page/support.mustache"
  std::string_view media_type;
  std::string_view plain;
  std::string_view brotli;
  std::string_view etag;  ///< strong, with its quotes
};

/// Nothing where no such file was built in.
const Asset* find_asset(std::string_view path);
std::span<const Asset> all_assets();

}  // namespace punctual
