#include "desk/backup/backup.h"

#include "desk/backup/copy_blobs.h"
#include "desk/draft.h"
#include "store/files.h"
#include "store/integrity.h"
#include "store/journal.h"
#include "store/migrations/migrations.h"

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

/// A part of a backup as its manifest says it is.
struct Part {
  std::filesystem::path file;
  std::string sha256;
  std::int64_t size = 0;
};

/// The error says why the part is not there as it should be.
std::expected<void, std::string> copy_part(const Part& part, const std::filesystem::path& to,
                                           const store::GoOn& go_on) {
  try {
    const auto copied = store::copy_file(part.file, to, go_on, part.size);
    if (!copied) return std::unexpected(given_up);
    if (hex(copied->sha256) == part.sha256) return {};
    return std::unexpected(part.file.string() +
                           ": is damaged, it is not what backup.json says; use another backup");
  } catch (const store::Unreadable& error) {
    return std::unexpected(std::string(error.what()) + "; use another backup");
  }
}

/// Of this version, and nothing in it that may have ended.
std::expected<Withdrawn, std::string> made_current(const Layout& layout, Taken taken, Instant made_at,
                                                   Instant now) {
  Withdrawn withdrawn;
  try {
    store::Session session(layout.database().string(), store::Session::Mode::read_write);
    store::migrate(session);
    if (taken == Taken::without_what_may_have_ended) {
      session.execute("BEGIN IMMEDIATE");
      withdrawn = withdraw(session, made_at, now);
      session.execute("COMMIT");
    }
  } catch (const std::runtime_error& error) {
    return std::unexpected(": cannot be taken up: " + std::string(error.what()) +
                           "; where that is not this machine's doing, use another backup");
  }
  store::sync_to_disk(layout.database());
  return withdrawn;
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

std::expected<Restored, std::string> restore_backup(const Layout& backup, const std::filesystem::path& to,
                                                    Taken taken, Instant now, const Progress& go_on) {
  auto manifest = read_manifest(backup.manifest());
  if (!manifest) return std::unexpected(manifest.error());
  auto draft = Draft::begin(to, backup.database().filename());
  if (!draft) return std::unexpected(draft.error());
  const Layout layout{draft->folder()};
  const auto reading = while_wanted(go_on, "database");
  auto whole = copy_part({backup.database(), manifest->database_sha256, manifest->database_bytes},
                         layout.database(), reading);
  if (whole) whole = copy_part({backup.key(), manifest->key_sha256, key_bytes}, layout.key(), reading);
  if (!whole) return std::unexpected(whole.error());
  CopiedBlobs copied;
  {
    store::Session rows(layout.database().string(), store::Session::Mode::still);
    copied = copy_blobs(rows, backup, layout, std::nullopt, go_on);
  }
  if (copied.given_up) return std::unexpected(given_up);
  const auto withdrawn = made_current(layout, taken, manifest->made_at, now);
  if (!withdrawn) return std::unexpected(backup.database().string() + withdrawn.error());
  draft->complete();
  return Restored{std::move(*manifest), std::move(copied.problems), *withdrawn};
}

}  // namespace punctual::desk
