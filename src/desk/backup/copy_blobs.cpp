#include "desk/backup/copy_blobs.h"

#include <system_error>

#include "store/blobs.h"
#include "store/files.h"

namespace punctual::desk {

namespace {

namespace fs = std::filesystem;

constexpr int rows_at_once = 1000;

bool link_from(const std::optional<Layout>& previous, const store::BlobRow& row, const fs::path& to) {
  if (!previous) return false;
  const auto held = store::blob_path(previous->blobs(), row.sha256);
  std::error_code error;
  if (const auto size = fs::file_size(held, error); error || size != static_cast<std::uintmax_t>(row.size))
    return false;
  fs::create_hard_link(held, to, error);
  return !error;
}

/// An empty text when it was copied whole.
std::string copy_one(const store::BlobRow& row, const Layout& from, const Layout& to,
                     const std::optional<Layout>& previous) {
  const auto source = store::blob_path(from.blobs(), row.sha256);
  const auto target = store::blob_path(to.blobs(), row.sha256);
  fs::create_directories(target.parent_path());
  if (link_from(previous, row, target)) return {};
  if (!fs::exists(source))
    return source.string() + ": this attachment is missing; copy it from an earlier backup";
  const auto copied = store::copy_file(source, target);
  if (copied.size == row.size && store::to_hex(store::view(copied.sha256)) == row.sha256) return {};
  return source.string() + ": this attachment is damaged; copy it from an earlier backup";
}

}  // namespace

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
      if (auto problem = copy_one(row, from, to, previous); !problem.empty())
        copied.problems.push_back(std::move(problem));
      ++copied.count;
      copied.bytes += row.size;
    }
    more = part.size() == rows_at_once;
    if (more) after = part.back().id;
  }
  return copied;
}

}  // namespace punctual::desk
