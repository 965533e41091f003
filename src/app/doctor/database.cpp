#include <fmt/format.h>

#include "app/backups/kept.h"
#include "app/doctor/checks.h"
#include "desk/backup/layout.h"
#include "domain/time/rfc3339.h"
#include "store/backups.h"
#include "store/integrity.h"

namespace punctual::app::doctor {

namespace {

constexpr int most_problems = 5;
constexpr auto oldest_backup = std::chrono::hours{48};

Finding look_at_backups(store::Session& session, const Config& config, Instant now) {
  constexpr auto area = "backups";
  const auto last = last_kept_backup(session, config.backup.folder);
  const auto remedy = config.backup.folder.empty()
                          ? "set backup.folder, and the desk makes one each day"
                          : "see how the last went at /staff/backups; the desk must run for them";
  if (!last) return doubtful(area, "there is none where they are made", remedy);
  const auto words = "the last was made " + format_rfc3339(*last);
  return now - *last > oldest_backup ? doubtful(area, words, remedy) : fine(area, words);
}

}  // namespace

Findings look_at_database(const Config& config, Instant now) {
  constexpr auto area = "database";
  constexpr auto restore = "stop the desk and restore a backup made before it broke: punctual restore --help";
  const desk::Layout layout{std::filesystem::absolute(config.data)};
  if (!std::filesystem::exists(layout.database())) return {};  // look_at_folder has said so
  try {
    store::Session session(layout.database().string(), store::Session::Mode::read_only);
    const auto problems = store::integrity_problems(session, most_problems);
    Findings found;
    for (const auto& problem : problems) found.push_back(wrong(area, problem, restore));
    if (problems.empty())
      found.push_back(
          fine(area, fmt::format("SQLite finds the file whole; {} tickets", store::count_tickets(session))));
    found.push_back(look_at_backups(session, config, now));
    return found;
  } catch (const store::SqlError& error) {
    return {wrong(area, error.what(), restore)};
  }
}

}  // namespace punctual::app::doctor
