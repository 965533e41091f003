#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "store/blobs.h"
#include "store/writer.h"

namespace punctual::store {

// Files that nothing names any more. They are listed in the transaction that takes their last name, removed
// once that is on disk, and struck from the list after that: a kill in between leaves nothing behind.

/// Lists the file unless something names it still; its row goes.
void remove_blob_if_unnamed(Session& session, std::string_view sha256);
/// The file is named again.
void strike_removal(Session& session, std::string_view sha256);
/// As the folder's `remove_unnamed`, and what the disk refuses is a sentence among the problems.
bool remove_file(const BlobFolder& folder, Session& rows, std::string_view sha256,
                 std::vector<std::string>& problems);
/// Removes what is listed, but for what is held, and hands work that strikes it to `write`. `rows` sees only
/// what is committed. Answers with what could not be removed, a sentence each; that stays listed.
std::vector<std::string> remove_listed_files(const BlobFolder& folder, Session& rows,
                                             const std::function<void(Work)>& write);

}  // namespace punctual::store
