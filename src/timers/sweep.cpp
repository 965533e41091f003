#include "timers/sweep.h"

#include "store/access.h"
#include "store/blobs.h"

namespace punctual::timers {
namespace {

constexpr auto blobs_kept = std::chrono::hours{24};
constexpr auto answers_kept = std::chrono::days{7};

}  // namespace

void sweep(const desk::Desk& desk, store::Writer& writer, Instant now) {
  auto& reader = desk.reader();
  const auto then = now - blobs_kept;
  std::vector<std::string> removed;
  const auto written = writer.write([&](store::Session& session) {
    store::delete_answers_before(session, now - answers_kept);
    store::delete_expired_sessions(session, now);
    removed = store::delete_stash_expired_before(session, then);
    return store::Keep::commit;
  });
  if (written != store::Written::committed) removed.clear();
  // Files whose write never came to a commit have no row to lead to them: another shelf each hour.
  constexpr std::int64_t shelves = 256;
  const auto hour = std::chrono::floor<std::chrono::hours>(now).time_since_epoch().count();
  for (auto& sha256 : desk.blobs().kept_before(static_cast<int>(hour % shelves), then))
    if (!store::has_blob(reader, sha256)) removed.push_back(std::move(sha256));
  for (const auto& sha256 : removed) desk.blobs().remove_kept_before(sha256, then);
}

}  // namespace punctual::timers
