#include "desk/backup/copy_blobs.h"

#include <system_error>

#include "store/blobs.h"
#include "store/files.h"

namespace punctual::desk {

namespace {

namespace fs = std::filesystem;

constexpr int rows_at_once = 1000;

bool is_whole(const store::FileFacts& facts, const store::BlobRow& row) {
  return facts.size == row.size && store::to_hex(store::view(facts.sha256)) == row.sha256;
}

Fault unreadable(const fs::path& file, const store::Unreadable& error) {
  if (error.code() == std::errc::no_such_file_or_directory)
    return {true, file.string() + ": this attachment is missing"};
  return {false, error.what()};
}

Fault damaged(const fs::path& file) {
  return {false, file.string() + ": this attachment is damaged"};
}

/// What is read is the source's fault, and nothing is left of it; what cannot be written is thrown.
std::optional<Fault> copy(const fs::path& source, const fs::path& target, const store::BlobRow& row) {
  try {
    if (is_whole(store::copy_file(source, target, row.size), row)) return std::nullopt;
    fs::remove(target);
    return damaged(source);
  } catch (const store::Unreadable& error) {
    fs::remove(target);
    return unreadable(source, error);
  }
}

/// Of a file that is known to be whole.
void link_or_copy(const fs::path& held, const fs::path& target, const store::BlobRow& row) {
  std::error_code error;
  fs::create_hard_link(held, target, error);
  if (!error) return;
  if (const auto fault = copy(held, target, row)) throw std::runtime_error(fault->words);
}

void copy_one(const store::BlobRow& row, const Layout& from, const Layout& to,
              const std::optional<Layout>& previous, std::vector<std::string>& problems) {
  if (!store::is_hex_sha256(row.sha256)) {
    problems.push_back(not_a_hash(from.database(), row));
    return;
  }
  const auto source = store::blob_path(from.blobs(), row.sha256);
  const auto target = store::blob_path(to.blobs(), row.sha256);
  fs::create_directories(target.parent_path());
  if (previous) {
    const auto held = store::blob_path(previous->blobs(), row.sha256);
    const auto rotten = fault_of(held, row);
    if (!rotten) {
      link_or_copy(held, target, row);
      if (const auto fault = fault_of(source, row))
        problems.push_back(fault->words + "; copy it from " + held.string());
      return;
    }
    if (!rotten->missing)
      problems.push_back(rotten->words +
                         " in this backup and those that share it; the new one has the desk's own copy");
  }
  if (const auto fault = copy(source, target, row))
    problems.push_back(fault->words + "; copy it from an earlier backup");
}

}  // namespace

std::optional<Fault> fault_of(const fs::path& file, const store::BlobRow& row) {
  try {
    if (is_whole(store::facts_of(file, row.size), row)) return std::nullopt;
    return damaged(file);
  } catch (const store::Unreadable& error) {
    return unreadable(file, error);
  }
}

std::string not_a_hash(const fs::path& database, const store::BlobRow& row) {
  return database.string() + ": row " + std::to_string(row.id.value) +
         " of blob names its attachment by what is no hash and leads to no file; use another backup";
}

CopiedBlobs copy_blobs(store::Session& rows, const Layout& from, const Layout& to,
                       const std::optional<Layout>& previous, const Progress& go_on) {
  const auto all = store::count_blobs(rows);
  CopiedBlobs copied;
  fs::create_directories(to.blobs());
  BlobId after;
  for (bool more = true; more;) {
    const auto part = store::read_blobs(rows, after, rows_at_once);
    for (const auto& row : part) {
      if (!go_on("attachments", copied.count, all)) {
        copied.given_up = true;
        return copied;
      }
      copy_one(row, from, to, previous, copied.problems);
      ++copied.count;
      copied.bytes += row.size;
    }
    more = part.size() == rows_at_once;
    if (more) after = part.back().id;
  }
  return copied;
}

}  // namespace punctual::desk
