#include "store/blob_removals.h"

#include <algorithm>
#include <system_error>

namespace punctual::store {

namespace {

struct Listed {
  std::int64_t id = 0;
  std::string sha256;
};

std::vector<Listed> read_listed(Session& rows) {
  auto query = rows.prepare("SELECT id, sha256 FROM blob_removal ORDER BY id");
  std::vector<Listed> listed;
  while (query.step()) listed.push_back({query.integer(0), query.string(1)});
  return listed;
}

/// By id: one that was listed again meanwhile is another.
void strike(Session& session, const std::vector<Listed>& removed) {
  for (const auto& one : removed) session.prepare("DELETE FROM blob_removal WHERE id = ?").bind(one.id).run();
}

}  // namespace

void remove_blob_if_unnamed(Session& session, std::string_view sha256) {
  session
      .prepare(
          "DELETE FROM blob AS b WHERE b.sha256 = ? "
          "AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.blob_id = b.id) "
          "AND NOT EXISTS (SELECT 1 FROM stash s WHERE s.blob_id = b.id)")
      .bind(sha256)
      .run();
  if (session.changes() == 0) return;
  session.prepare("INSERT INTO blob_removal (sha256) VALUES (?)").bind(sha256).run();
}

void strike_removal(Session& session, std::string_view sha256) {
  session.prepare("DELETE FROM blob_removal WHERE sha256 = ?").bind(sha256).run();
}

bool remove_file(const BlobFolder& folder, Session& rows, std::string_view sha256,
                 std::vector<std::string>& problems) {
  try {
    return folder.remove_unnamed(rows, sha256);
  } catch (const std::system_error& error) {
    problems.push_back(std::string(error.what()) + "; nothing names this file any more, remove it");
    return false;
  }
}

std::vector<std::string> remove_listed_files(const BlobFolder& folder, Session& rows,
                                             const std::function<void(Work)>& write) {
  std::vector<std::string> problems;
  auto listed = read_listed(rows);
  std::erase_if(listed, [&](const Listed& one) { return !remove_file(folder, rows, one.sha256, problems); });
  if (!listed.empty())
    write([removed = std::move(listed)](Session& session) {
      strike(session, removed);
      return Keep::commit;
    });
  return problems;
}

}  // namespace punctual::store
