#include "desk/draft.h"

#include <utility>

#include "store/crypto/digest.h"
#include "store/files.h"

namespace punctual::desk {

namespace {

namespace fs = std::filesystem;

/// Stands in the root of every new ext4.
constexpr const char* not_ours = "lost+found";

std::string in_the_way(const fs::path& place, const fs::path& entry) {
  if (entry.filename().string().starts_with(draft_mark))
    return place.string() + ": holds one that is being made, or was cut off (" + entry.filename().string() +
           "); empty the folder where nothing is making it any more";
  return place.string() + ": is there already; name a new folder, or an empty one";
}

}  // namespace

std::expected<Draft, std::string> Draft::begin(const fs::path& place, std::string last) {
  const auto whole = fs::absolute(place).lexically_normal();
  const auto named = whole.has_filename() ? whole : whole.parent_path();
  std::error_code error;
  const bool is_there = fs::exists(named, error);
  if (is_there && !fs::is_directory(named)) return std::unexpected(in_the_way(place, named));
  if (is_there)
    for (const auto& entry : fs::directory_iterator(named, error))
      if (entry.path().filename() != not_ours) return std::unexpected(in_the_way(place, entry.path()));
  if (!is_there) fs::create_directories(named.parent_path(), error);
  auto folder = is_there ? named / "" : named;
  folder += std::string(draft_mark) + store::to_hex(store::random_bytes(4));
  if (error || !fs::create_directory(folder, error))
    return std::unexpected(folder.string() + ": cannot be made: " + error.message() +
                           "; name a place that may be written to");
  fs::permissions(folder, fs::perms::owner_all);
  return Draft(named, folder, std::move(last));
}

Draft::Draft(fs::path place, fs::path folder, std::string last)
    : place_(std::move(place)), folder_(std::move(folder)), last_(std::move(last)) {}

Draft::Draft(Draft&& other) noexcept
    : place_(std::move(other.place_)),
      folder_(std::exchange(other.folder_, {})),
      last_(std::move(other.last_)),
      moved_(std::move(other.moved_)) {}

Draft::~Draft() {
  if (folder_.empty()) return;
  std::error_code ignored;
  for (const auto& part : moved_) fs::remove_all(part, ignored);
  fs::remove_all(folder_, ignored);
}

void Draft::move_up() {
  const auto move = [&](const fs::path& part) {
    fs::rename(part, place_ / part.filename());
    moved_.push_back(place_ / part.filename());
  };
  std::vector<fs::path> parts;
  for (const auto& entry : fs::directory_iterator(folder_))
    if (entry.path().filename() != last_) parts.push_back(entry.path());
  for (const auto& part : parts) move(part);
  store::sync_to_disk(place_);
  move(folder_ / last_);
  fs::remove(folder_);
}

void Draft::complete() {
  for (const auto& entry : fs::recursive_directory_iterator(folder_))
    if (entry.is_directory()) store::sync_to_disk(entry.path());
  store::sync_to_disk(folder_);
  const bool within = folder_.parent_path() == place_;
  if (within)
    move_up();
  else
    fs::rename(folder_, place_);
  folder_.clear();
  store::sync_to_disk(within ? place_ : place_.parent_path());
}

}  // namespace punctual::desk
