#include "app/backups/recorded.h"

#include <fmt/format.h>

#include "desk/text/wording.h"
#include "store/backups.h"

namespace punctual::app {

namespace {

std::expected<desk::BackedUp, std::string> tried(const HeldDesk& held, const std::filesystem::path& to,
                                                 const std::optional<desk::Layout>& previous, Instant now,
                                                 const desk::Progress& go_on) {
  try {
    return desk::make_backup(held.layout, held.blobs, to, previous, now, go_on);
  } catch (const std::exception& error) {
    return std::unexpected(error.what());
  }
}

}  // namespace

std::expected<desk::BackedUp, std::string> recorded_backup(const HeldDesk& held,
                                                           const std::filesystem::path& to,
                                                           const std::optional<desk::Layout>& previous,
                                                           Began began, const desk::Progress& go_on) {
  const Instant now = held.now();
  auto made = tried(held, to, previous, now, go_on);
  if (!made && began == Began::by_hand) return made;
  store::BackupRow row{.began_at = now,
                       .ended_at = held.now(),
                       .place = to.string(),
                       .scheduled = began == Began::by_schedule,
                       .tickets = 0,
                       .blobs = 0,
                       .bytes = 0,
                       .problems = {},
                       .error = {}};
  if (made) {
    row.tickets = made->manifest.tickets;
    row.blobs = made->manifest.blobs;
    row.bytes = made->manifest.database_bytes + made->manifest.blob_bytes;
    row.problems = made->problems;
  } else {
    row.error = made.error();
  }
  (void)held.write([row](store::Session& session) {
    store::insert_backup(session, row);
    return store::Keep::commit;
  });
  return made;
}

std::string in_short(const desk::Manifest& manifest) {
  return fmt::format("{}, {}, {}", text::count_words(manifest.tickets, "ticket", "tickets"),
                     text::count_words(manifest.blobs, "attachment", "attachments"),
                     text::size_words(manifest.database_bytes + manifest.blob_bytes));
}

}  // namespace punctual::app
