#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "desk/backup/layout.h"
#include "store/sql/session.h"

namespace punctual::desk {

struct CopiedBlobs {
  std::int64_t count = 0;
  std::int64_t bytes = 0;
  std::vector<std::string> problems;  ///< place, problem and remedy of what is damaged, missing or unreadable
  bool given_up = false;
};

/// Copies every attachment that the rows name from one layout to another, linked from `previous` where that
/// holds it. Both are read and hashed each time: what has rotted in one is taken from the other and told.
/// Throws std::system_error where the copy cannot be written.
CopiedBlobs copy_blobs(store::Session& rows, const Layout& from, const Layout& to,
                       const std::optional<Layout>& previous, const Progress& go_on);

}  // namespace punctual::desk
