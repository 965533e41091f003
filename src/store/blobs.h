#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/ticket/event.h"
#include "store/sql/session.h"

namespace punctual::store {

/// Where the file of that hash lies: `folder`/ab/cdef…, 256 shelves. Throws std::runtime_error where it is
/// no hash: a database of somebody else's may say anything.
std::filesystem::path blob_path(const std::filesystem::path& folder, std::string_view sha256);

/// Keeps files from being removed while it lives. Any thread.
using Hold = std::shared_ptr<const void>;

/// Files by content hash, 256 shelves of them.
class BlobFolder {
 public:
  explicit BlobFolder(std::filesystem::path folder);
  std::filesystem::path path_of(std::string_view sha256) const;
  /// Where uploads are streamed to: the same file system, so that keeping one is a rename.
  const std::filesystem::path& incoming() const { return incoming_; }
  /// Makes a temporary file the blob of its hash: fsync, rename, fsync of the folder. To be done before the
  /// commit that names it, and held until then. Throws std::system_error (disk full among them).
  [[nodiscard]] Hold keep(const std::filesystem::path& temporary, std::string_view sha256) const;
  /// The hashes of one shelf's files (0 to 255) not kept again since `then`, whether a row names them or not.
  std::vector<std::string> kept_before(int shelf, Instant then) const;
  /// Removes the file where no committed row names it; `rows` is in no transaction. False where it is held
  /// and stays for now. Throws std::system_error.
  bool remove_unnamed(Session& rows, std::string_view sha256) const;

  /// Of all files: what a backup's rows name must still be there to copy.
  [[nodiscard]] Hold hold_removals() const;

 private:
  struct Held {
    std::mutex mutex;  ///< a file is kept or removed, never both at once
    int all = 0;
    std::multiset<std::string, std::less<>> files;
  };
  std::filesystem::path folder_;
  std::filesystem::path incoming_;
  std::shared_ptr<Held> held_;  ///< shared with what holds
};

/// A file kept on disk whose row comes with a transaction.
struct KeptFile {
  std::string name;
  std::string sha256;
  std::int64_t size = 0;
  Hold held{};  ///< until its row is committed
};

/// The row of a kept file's blob, made where it is new.
BlobId upsert_blob(Session& session, const KeptFile& file, Instant now);
/// Attaches kept files to the event `seq` of a ticket; ids are in the answer.
std::vector<AttachedFile> insert_attachments(Session& session, TicketId ticket, std::int64_t seq,
                                             const std::vector<KeptFile>& files, Instant now);

struct AttachmentRow {
  std::int64_t id = 0;
  std::int64_t seq = 0;
  std::string name;
  std::int64_t size = 0;
  std::string sha256;
};
std::optional<AttachmentRow> find_attachment(Session& session, TicketId ticket, std::int64_t id);

/// A refused form's uploads, kept for the next try with the same nonce.
void insert_stash(Session& session, std::string_view nonce, const std::vector<KeptFile>& files, Instant now,
                  Instant expires);
std::vector<KeptFile> read_stash(Session& session, std::string_view nonce, Instant now);
/// Takes the files of one event from the ticket. Those that nothing names any more are listed for removal,
/// here and below.
void delete_attachments(Session& session, TicketId ticket, std::int64_t seq);
void delete_stash(Session& session, std::string_view nonce);
void delete_stash_expired_before(Session& session, Instant then);
bool has_blob(Session& session, std::string_view sha256);

struct BlobRow {
  BlobId id;
  std::string sha256;
  std::int64_t size = 0;
};
std::int64_t count_blobs(Session& session);
/// Rows in order of id from behind `after`.
std::vector<BlobRow> read_blobs(Session& session, BlobId after, int at_most);

}  // namespace punctual::store
