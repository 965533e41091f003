#include "store/blobs.h"

#include <sys/stat.h>

#include <string>

#include "store/crypto/digest.h"
#include "store/files.h"

namespace punctual::store {

namespace {

/// As the last part of a DELETE from what names files.
constexpr const char* returning_sha256 = " RETURNING (SELECT sha256 FROM blob WHERE id = blob_id)";

std::vector<std::string> hashes(Statement& query) {
  std::vector<std::string> found;
  while (query.step()) found.push_back(query.string(0));
  return found;
}

/// Of the files that just lost a name, those that now have none; their rows go.
std::vector<std::string> delete_unnamed(Session& session, std::vector<std::string> sha256s) {
  std::erase_if(sha256s, [&](const std::string& sha256) {
    session
        .prepare(
            "DELETE FROM blob AS b WHERE b.sha256 = ? "
            "AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.blob_id = b.id) "
            "AND NOT EXISTS (SELECT 1 FROM stash s WHERE s.blob_id = b.id)")
        .bind(sha256)
        .run();
    return session.changes() == 0;
  });
  return sha256s;
}

}  // namespace

std::filesystem::path blob_path(const std::filesystem::path& folder, std::string_view sha256) {
  return folder / std::string(sha256.substr(0, 2)) / std::string(sha256.substr(2));
}

BlobFolder::BlobFolder(std::filesystem::path folder)
    : folder_(std::move(folder)), incoming_(folder_ / "incoming") {
  std::filesystem::create_directories(incoming_);
}

std::filesystem::path BlobFolder::path_of(std::string_view sha256) const {
  return blob_path(folder_, sha256);
}

void BlobFolder::keep(const std::filesystem::path& temporary, std::string_view sha256) const {
  const auto place = path_of(sha256);
  const std::lock_guard lock(mutex_);
  // Also where it is there already: the rename gives it a new date, and the sweep leaves it.
  const bool new_folder = std::filesystem::create_directories(place.parent_path());
  sync_to_disk(temporary);
  std::filesystem::rename(temporary, place);
  sync_to_disk(place.parent_path());
  if (new_folder) sync_to_disk(folder_);
}

std::shared_ptr<const BlobFolder> BlobFolder::hold_removals() const {
  const std::lock_guard lock(mutex_);
  ++holds_;
  return {this, [](const BlobFolder* folder) {
            const std::lock_guard held(folder->mutex_);
            --folder->holds_;
          }};
}

std::vector<std::string> BlobFolder::kept_before(int shelf, Instant then) const {
  const auto name = to_hex(std::string(1, static_cast<char>(shelf)));
  std::vector<std::string> found;
  std::error_code gone;  // a shelf without files is not there
  for (const auto& file : std::filesystem::directory_iterator(folder_ / name, gone)) {
    struct stat facts{};
    if (::stat(file.path().c_str(), &facts) == 0 && facts.st_mtime < then.time_since_epoch().count())
      found.push_back(name + file.path().filename().string());
  }
  return found;
}

void BlobFolder::remove_kept_before(std::string_view sha256, Instant then) const {
  const std::lock_guard lock(mutex_);
  if (holds_ > 0) return;  // the next sweep looks again
  struct stat facts{};
  if (::stat(path_of(sha256).c_str(), &facts) != 0 || facts.st_mtime >= then.time_since_epoch().count())
    return;
  std::error_code ignored;
  std::filesystem::remove(path_of(sha256), ignored);
}

BlobId upsert_blob(Session& session, const KeptFile& file, Instant now) {
  auto row = session.prepare(
      "INSERT INTO blob (sha256, size, created_at) VALUES (?1, ?2, ?3) "
      "ON CONFLICT (sha256) DO UPDATE SET created_at = ?3 RETURNING id");
  row.bind(file.sha256).bind(file.size).bind(now).step();
  return row.id<Blob>(0);
}

std::vector<AttachedFile> insert_attachments(Session& session, TicketId ticket, std::int64_t seq,
                                             const std::vector<KeptFile>& files, Instant now) {
  std::vector<AttachedFile> attached;
  for (const KeptFile& file : files) {
    const BlobId blob = upsert_blob(session, file, now);
    session.prepare("INSERT INTO attachment (ticket_id, seq, blob_id, name, size) VALUES (?,?,?,?,?)")
        .bind(ticket)
        .bind(seq)
        .bind(blob)
        .bind(file.name)
        .bind(file.size)
        .run();
    attached.push_back({session.last_insert_id(), file.name, file.size});
  }
  return attached;
}

std::optional<AttachmentRow> find_attachment(Session& session, TicketId ticket, std::int64_t id) {
  auto query = session.prepare(
      "SELECT a.id, a.seq, a.name, a.size, b.sha256 FROM attachment a JOIN blob b ON b.id = a.blob_id "
      "WHERE a.id = ? AND a.ticket_id = ?");
  if (!query.bind(id).bind(ticket).step()) return std::nullopt;
  return AttachmentRow{query.integer(0), query.integer(1), query.string(2), query.integer(3),
                       query.string(4)};
}

std::vector<std::string> delete_attachments(Session& session, TicketId ticket, std::int64_t seq) {
  auto query = session.prepare(std::string("DELETE FROM attachment WHERE ticket_id = ? AND seq = ?") +
                               returning_sha256);
  query.bind(ticket).bind(seq);
  return delete_unnamed(session, hashes(query));
}

void insert_stash(Session& session, std::string_view nonce, const std::vector<KeptFile>& files, Instant now,
                  Instant expires) {
  for (const KeptFile& file : files) {
    const BlobId blob = upsert_blob(session, file, now);
    session.prepare("INSERT INTO stash (nonce, blob_id, name, size, expires_at) VALUES (?,?,?,?,?)")
        .bind(nonce)
        .bind(blob)
        .bind(file.name)
        .bind(file.size)
        .bind(expires)
        .run();
  }
}

std::vector<KeptFile> read_stash(Session& session, std::string_view nonce, Instant now) {
  auto query = session.prepare(
      "SELECT s.name, b.sha256, s.size FROM stash s JOIN blob b ON b.id = s.blob_id "
      "WHERE s.nonce = ? AND s.expires_at > ? ORDER BY s.id");
  query.bind(nonce).bind(now);
  std::vector<KeptFile> files;
  while (query.step()) files.push_back({query.string(0), query.string(1), query.integer(2)});
  return files;
}

void delete_stash(Session& session, std::string_view nonce) {
  auto query = session.prepare(std::string("DELETE FROM stash WHERE nonce = ?") + returning_sha256);
  query.bind(nonce);
  delete_unnamed(session, hashes(query));
}

std::vector<std::string> delete_stash_expired_before(Session& session, Instant then) {
  auto query = session.prepare(std::string("DELETE FROM stash WHERE expires_at < ?") + returning_sha256);
  query.bind(then);
  return delete_unnamed(session, hashes(query));
}

std::int64_t count_blobs(Session& session) {
  auto query = session.prepare("SELECT count(*) FROM blob");
  query.step();
  return query.integer(0);
}

std::vector<BlobRow> read_blobs(Session& session, BlobId after, int at_most) {
  auto query = session.prepare("SELECT id, sha256, size FROM blob WHERE id > ? ORDER BY id LIMIT ?");
  query.bind(after).bind(at_most);
  std::vector<BlobRow> rows;
  while (query.step()) rows.push_back({query.id<Blob>(0), query.string(1), query.integer(2)});
  return rows;
}

bool has_blob(Session& session, std::string_view sha256) {
  auto query = session.prepare("SELECT 1 FROM blob WHERE sha256 = ?");
  return query.bind(sha256).step();
}

}  // namespace punctual::store
