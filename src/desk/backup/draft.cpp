#include "desk/backup/draft.h"

#include <utility>

#include "store/crypto/digest.h"
#include "store/files.h"

namespace punctual::desk {

namespace fs = std::filesystem;

std::expected<Draft, std::string> Draft::begin(const fs::path& place) {
  std::error_code error;
  if (fs::exists(place, error) && !(fs::is_directory(place, error) && fs::is_empty(place, error)))
    return std::unexpected(place.string() +
                           ": is there already; name a folder that is not there, or an empty one");
  const auto whole = fs::absolute(place).lexically_normal();
  const auto named = whole.has_filename() ? whole : whole.parent_path();
  fs::create_directories(named.parent_path(), error);
  auto draft = named;
  draft += std::string(draft_mark) + store::to_hex(store::random_bytes(4));
  if (error || !fs::create_directory(draft, error))
    return std::unexpected(draft.string() + ": cannot be made: " + error.message() +
                           "; name a place that may be written to");
  fs::permissions(draft, fs::perms::owner_all);
  return Draft(named, draft);
}

Draft::Draft(fs::path place, fs::path draft) : place_(std::move(place)), layout_{std::move(draft)} {}

Draft::Draft(Draft&& other) noexcept
    : place_(std::move(other.place_)), layout_{std::exchange(other.layout_.folder, {})} {}

Draft::~Draft() {
  std::error_code ignored;
  if (!layout_.folder.empty()) fs::remove_all(layout_.folder, ignored);
}

void Draft::complete() {
  for (const auto& entry : fs::recursive_directory_iterator(layout_.folder))
    if (entry.is_directory()) store::sync_to_disk(entry.path());
  store::sync_to_disk(layout_.folder);
  fs::rename(layout_.folder, place_);
  layout_.folder.clear();
  store::sync_to_disk(place_.parent_path());
}

}  // namespace punctual::desk
