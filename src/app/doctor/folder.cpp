#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/doctor/checks.h"
#include "desk/backup/layout.h"

namespace punctual::app::doctor {

namespace {

namespace fs = std::filesystem;

constexpr auto area = "data folder";
constexpr double gigabyte = 1e9;
constexpr std::uintmax_t least_room = 200'000'000;
using desk::key_bytes;

Finding look_at_owner(const fs::path& path) {
  struct stat status{};
  if (::stat(path.c_str(), &status) != 0)
    return wrong(area, path.string() + " cannot be looked at", "run this as the user the desk runs as");
  if (status.st_uid != ::geteuid())
    return wrong(area, path.string() + " belongs to another user",
                 "run this and the desk as its owner, or chown -R it to them");
  if ((status.st_mode & 077) != 0)
    return doubtful(area, path.string() + " can be opened by others of this machine; it holds every secret",
                    "chmod -R go= " + path.string());
  return fine(area, path.string() + " is the desk's alone");
}

/// Twice the database: a backup beside it, or SQLite making room.
Finding look_at_room(const fs::path& place, std::uintmax_t wanted, const std::string& what) {
  std::error_code error;
  const auto space = fs::space(place, error);
  if (error)
    return wrong(area, place.string() + ": " + error.message(), "make the folder, writable for the desk");
  const auto words =
      fmt::format("{:.1f} GB are free for {}", static_cast<double>(space.available) / gigabyte, what);
  if (space.available < wanted)
    return wrong(area, words, "make room: when it is full requests are refused until there is some");
  return fine(area, words);
}

}  // namespace

Findings look_at_folder(const Config& config) {
  const desk::Layout layout{fs::absolute(config.data)};
  std::error_code error;
  if (!fs::exists(layout.database(), error))
    return {wrong(area, config.data.string() + " holds no desk",
                  "name its folder with --data DIR, or make one with punctual apply")};
  Findings found{look_at_owner(layout.folder)};
  if (fs::file_size(layout.key(), error) != key_bytes || error)
    found.push_back(wrong(area, "desk.key is missing or cut short: private links and passwords hang on it",
                          "copy it from a backup of this desk"));
  const auto size = fs::file_size(layout.database(), error);
  found.push_back(look_at_room(layout.folder, std::max(least_room, size / 2), "the desk"));
  if (!config.backup.folder.empty())
    found.push_back(look_at_room(config.backup.folder, std::max(least_room, size * 2), "backups"));
  return found;
}

}  // namespace punctual::app::doctor
