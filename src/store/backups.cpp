#include "store/backups.h"

namespace punctual::store {

namespace {

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) text += line + '\n';
  return text;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  return lines;
}

}  // namespace

void insert_backup(Session& session, const BackupRow& backup) {
  const auto problems = joined(backup.problems);
  session
      .prepare(
          "INSERT INTO backup (began_at, ended_at, place, scheduled, tickets, blobs, bytes, problems, error) "
          "VALUES (?,?,?,?,?,?,?,?,?)")
      .bind(backup.began_at)
      .bind(backup.ended_at)
      .bind(backup.place)
      .bind(backup.scheduled)
      .bind(backup.tickets)
      .bind(backup.blobs)
      .bind(backup.bytes)
      .bind(problems)
      .bind(backup.error)
      .run();
  session.prepare("DELETE FROM backup WHERE id <= ? - 1000").bind(session.last_insert_id()).run();
}

std::vector<BackupRow> newest_backups(Session& session, int at_most) {
  auto query = session.prepare(
      "SELECT began_at, ended_at, place, scheduled, tickets, blobs, bytes, problems, error FROM backup "
      "ORDER BY id DESC LIMIT ?");
  query.bind(at_most);
  std::vector<BackupRow> rows;
  while (query.step())
    rows.push_back({query.instant(0), query.instant(1), query.string(2), query.boolean(3), query.integer(4),
                    query.integer(5), query.integer(6), lines_of(query.text(7)), query.optional_string(8)});
  return rows;
}

std::optional<Instant> last_scheduled_backup_at(Session& session) {
  auto query = session.prepare("SELECT max(began_at) FROM backup WHERE error IS NULL AND scheduled = 1");
  query.step();
  return query.optional_instant(0);
}

}  // namespace punctual::store
