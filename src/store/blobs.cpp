#include "store/blobs.h"

#include <sys/stat.h>

#include <stdexcept>
#include <string>

#include "store/blob_removals.h"
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

/// Of the files that just lost a name, those that now have none go.
void remove_where_unnamed(Session& session, Statement& deleted) {
  for (const auto& sha256 : hashes(deleted)) remove_blob_if_unnamed(session, sha256);
}

}  // namespace

std::filesystem::path blob_path(const std::filesystem::path& folder, std::string_view sha256) {
  if (!is_hex_sha256(sha256))
    throw std::runtime_error(
        "the database names an attachment by what is no hash; punctual verify tells which");
  return folder / std::string(sha256.substr(0, 2)) / std::string(sha256.substr(2));
}

BlobFolder::BlobFolder(std::filesystem::path folder)
    : folder_(std::move(folder)), incoming_(folder_ / "incoming"), held_(std::make_shared<Held>()) {
  std::filesystem::create_directories(incoming_);
}

std::filesystem::path BlobFolder::path_of(std::string_view sha256) const {
  return blob_path(folder_, sha256);
}

Hold BlobFolder::keep(const std::filesystem::path& temporary, std::string_view sha256) const {
  const auto place = path_of(sha256);
  const std::lock_guard lock(held_->mutex);
  // Also where it is there already: the rename gives it a new date, and the sweep leaves it.
  const bool new_folder = std::filesystem::create_directories(place.parent_path());
  sync_to_disk(temporary);
  std::filesystem::rename(temporary, place);
  sync_to_disk(place.parent_path());
  if (new_folder) sync_to_disk(folder_);
  const auto entry = held_->files.emplace(sha256);
  return {this, [held = held_, entry](const void*) {
            const std::lock_guard released(held->mutex);
            held->files.erase(entry);
          }};
}

Hold BlobFolder::hold_removals() const {
  const std::lock_guard lock(held_->mutex);
  ++held_->all;
  return {this, [held = held_](const void*) {
            const std::lock_guard released(held->mutex);
            --held->all;
          }};
}

std::vector<std::string> BlobFolder::kept_before(int shelf, Instant then) const {
  const auto name = to_hex(std::string(1, static_cast<char>(shelf)));
  std::vector<std::string> found;
  std::error_code gone;  // a shelf without files is not there
  for (const auto& file : std::filesystem::directory_iterator(folder_ / name, gone)) {
    const auto sha256 = name + file.path().filename().string();
    struct stat facts{};
    if (is_hex_sha256(sha256) && ::stat(file.path().c_str(), &facts) == 0 &&
        facts.st_mtime < then.time_since_epoch().count())
      found.push_back(sha256);
  }
  return found;
}

bool BlobFolder::remove_unnamed(Session& rows, std::string_view sha256) const {
  if (!is_hex_sha256(sha256)) return true;  // no file of ours
  const std::lock_guard lock(held_->mutex);
  // In this order: what was released is committed, and its row is seen.
  if (held_->all > 0 || held_->files.contains(sha256)) return false;
  if (!has_blob(rows, sha256)) std::filesystem::remove(path_of(sha256));
  return true;
}

BlobId upsert_blob(Session& session, const KeptFile& file, Instant now) {
  auto row = session.prepare(
      "INSERT INTO blob (sha256, size, created_at) VALUES (?1, ?2, ?3) "
      "ON CONFLICT (sha256) DO UPDATE SET created_at = ?3 RETURNING id");
  row.bind(file.sha256).bind(file.size).bind(now).step();
  strike_removal(session, file.sha256);
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

void delete_attachments(Session& session, TicketId ticket, std::int64_t seq) {
  auto query = session.prepare(std::string("DELETE FROM attachment WHERE ticket_id = ? AND seq = ?") +
                               returning_sha256);
  query.bind(ticket).bind(seq);
  remove_where_unnamed(session, query);
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
  remove_where_unnamed(session, query);
}

void delete_stash_expired_before(Session& session, Instant then) {
  auto query = session.prepare(std::string("DELETE FROM stash WHERE expires_at < ?") + returning_sha256);
  query.bind(then);
  remove_where_unnamed(session, query);
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
