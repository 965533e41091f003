#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string_view>

namespace punctual::desk {

/// Where things lie in a data folder and in a backup of it: they are laid out alike.
struct Layout {
  std::filesystem::path folder;

  std::filesystem::path database() const { return folder / "desk.sqlite"; }
  std::filesystem::path blobs() const { return folder / "blobs"; }
  std::filesystem::path key() const { return folder / "desk.key"; }
  std::filesystem::path manifest() const { return folder / "backup.json"; }  ///< of a backup alone
};

/// Whether a whole backup stands there: its manifest is written last.
inline bool is_backup(const std::filesystem::path& folder) {
  std::error_code error;
  return std::filesystem::is_regular_file(Layout{folder}.manifest(), error);
}

/// Of the key.
inline constexpr std::size_t key_bytes = 32;

/// Told what is done, how much of it and of how much; false gives up.
using Progress = std::function<bool(std::string_view doing, std::int64_t done, std::int64_t of)>;

}  // namespace punctual::desk
