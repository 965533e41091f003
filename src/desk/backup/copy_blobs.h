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
  std::vector<std::string> problems;  ///< place, problem and remedy of what is damaged or missing
  bool given_up = false;
};

/// Copies every attachment that the rows name from one layout to another, hashed on its way; linked from
/// `previous` where that holds it.
CopiedBlobs copy_blobs(store::Session& rows, const Layout& from, const Layout& to,
                       const std::optional<Layout>& previous, const Progress& go_on);

}  // namespace punctual::desk
