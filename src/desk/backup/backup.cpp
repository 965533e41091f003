#include "desk/backup/backup.h"

#include "desk/backup/copy_blobs.h"
#include "desk/draft.h"
#include "store/files.h"
#include "store/integrity.h"
#include "store/journal.h"

namespace punctual::desk {

namespace {

constexpr const char* given_up = "given up before it was complete; nothing is left of it";

std::string hex(const store::Sha256& hash) {
  return store::to_hex(store::view(hash));
}

/// The database is brought to disk in such parts: all of it at the end could not be given up.
constexpr std::int64_t pages_on_disk_each = 16 * 1024;

/// False where `go_on` gave up.
bool copy_database(const Layout& from, const Layout& to, const Progress& go_on) {
  store::Session session(from.database().string(), store::Session::Mode::read_only);
  const store::Snapshot snapshot(session);
  (void)store::last_journal_id(session);  // the first read begins the snapshot
  std::int64_t on_disk = 0;
  return session.copy_to(to.database().string(), [&](std::int64_t pages, std::int64_t copied) {
    if (copied - on_disk >= pages_on_disk_each) {
      store::sync_to_disk(to.database());
      on_disk = copied;
    }
    return go_on("database", copied, pages);
  });
}

/// As Progress where only that it goes on counts.
store::GoOn while_wanted(const Progress& go_on, std::string_view doing) {
  return [&go_on, doing] { return go_on(doing, 1, 1); };
}

/// What is wrong with a file that was copied, an empty text where it is what the manifest says.
std::string checked(const std::filesystem::path& file, const std::string& found, const std::string& wanted) {
  if (found == wanted) return {};
  return file.string() + ": is damaged, it is not what backup.json says; use another backup";
}

}  // namespace

std::expected<BackedUp, std::string> make_backup(const Layout& from, const store::BlobFolder& blobs,
                                                 const std::filesystem::path& to,
                                                 const std::optional<Layout>& previous, Instant now,
                                                 const Progress& go_on) {
  auto draft = Draft::begin(to, from.manifest().filename());
  if (!draft) return std::unexpected(draft.error());
  const Layout layout{draft->folder()};
  const auto held = blobs.hold_removals();
  if (!copy_database(from, layout, go_on)) return std::unexpected(given_up);
  BackedUp made;
  auto& manifest = made.manifest;
  manifest.made_at = now;
  {
    store::Session rows(layout.database().string(), store::Session::Mode::still);
    manifest.tickets = store::count_tickets(rows);
    auto copied = copy_blobs(rows, from, layout, previous, go_on);
    if (copied.given_up) return std::unexpected(given_up);
    manifest.blobs = copied.count;
    manifest.blob_bytes = copied.bytes;
    made.problems = std::move(copied.problems);
  }
  manifest.key_sha256 = hex(store::copy_file(from.key(), layout.key()).sha256);
  const auto database = store::facts_of(layout.database(), while_wanted(go_on, "checking the copy"));
  if (!database) return std::unexpected(given_up);
  manifest.database_sha256 = hex(database->sha256);
  manifest.database_bytes = database->size;
  store::sync_to_disk(layout.database());
  store::write_file(layout.manifest(), to_json(manifest));
  draft->complete();
  return made;
}

std::expected<BackedUp, std::string> restore_backup(const Layout& backup, const std::filesystem::path& to,
                                                    const Progress& go_on) {
  auto manifest = read_manifest(backup.manifest());
  if (!manifest) return std::unexpected(manifest.error());
  auto draft = Draft::begin(to, backup.database().filename());
  if (!draft) return std::unexpected(draft.error());
  const Layout layout{draft->folder()};
  const auto database =
      store::copy_file(backup.database(), layout.database(), while_wanted(go_on, "database"));
  if (!database) return std::unexpected(given_up);
  for (const auto& problem : {checked(backup.database(), hex(database->sha256), manifest->database_sha256),
                              checked(backup.key(), hex(store::copy_file(backup.key(), layout.key()).sha256),
                                      manifest->key_sha256)})
    if (!problem.empty()) return std::unexpected(problem);
  CopiedBlobs copied;
  {
    store::Session rows(layout.database().string(), store::Session::Mode::still);
    copied = copy_blobs(rows, backup, layout, std::nullopt, go_on);
  }
  if (copied.given_up) return std::unexpected(given_up);
  draft->complete();
  return BackedUp{std::move(*manifest), std::move(copied.problems)};
}

}  // namespace punctual::desk
