#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "desk/backup/layout.h"
#include "store/blobs.h"
#include "store/sql/session.h"

namespace punctual::desk {

struct CopiedBlobs {
  std::int64_t count = 0;
  std::int64_t bytes = 0;
  std::vector<std::string> problems;  ///< place, problem and remedy of what is damaged, missing or unreadable
  bool given_up = false;
};

struct Fault {
  bool missing = false;
  std::string words;  ///< place and problem
};
/// What is wrong with an attachment's file: it is missing, damaged or unreadable.
std::optional<Fault> fault_of(const std::filesystem::path& file, const store::BlobRow& row);
/// Of a row that leads to no file, since its hash is none.
std::string not_a_hash(const std::filesystem::path& database, const store::BlobRow& row);

/// Copies every attachment that the rows name from one layout to another, linked from `previous` where that
/// holds it. Nothing is left where the source is not what its row says. Both are read and hashed each time:
/// what has rotted in one is taken from the other and told. Throws std::system_error where the copy cannot be
/// written.
CopiedBlobs copy_blobs(store::Session& rows, const Layout& from, const Layout& to,
                       const std::optional<Layout>& previous, const Progress& go_on);

}  // namespace punctual::desk
