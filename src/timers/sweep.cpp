#include "timers/sweep.h"

#include "store/access.h"
#include "store/blob_removals.h"

namespace punctual::timers {
namespace {

constexpr auto blobs_kept = std::chrono::hours{24};
constexpr auto answers_kept = std::chrono::days{7};

}  // namespace

std::vector<std::string> sweep(const desk::Desk& desk, store::Writer& writer, Instant now) {
  auto& reader = desk.reader();
  const auto then = now - blobs_kept;
  (void)writer.write([&](store::Session& session) {
    store::delete_answers_before(session, now - answers_kept);
    store::delete_expired_sessions(session, now);
    store::delete_stash_expired_before(session, then);
    return store::Keep::commit;
  });
  auto problems = store::remove_listed_files(desk.blobs(), reader,
                                             [&](store::Work work) { (void)writer.write(std::move(work)); });
  // Files whose write never came to a commit have no row to lead to them: another shelf each hour.
  constexpr std::int64_t shelves = 256;
  const auto hour = std::chrono::floor<std::chrono::hours>(now).time_since_epoch().count();
  for (const auto& sha256 : desk.blobs().kept_before(static_cast<int>(hour % shelves), then))
    (void)store::remove_file(desk.blobs(), reader, sha256, problems);
  return problems;
}

}  // namespace punctual::timers
