#include "store/migrations/migrations.h"

#include <stdexcept>
#include <string>

namespace punctual::store {

namespace {

constexpr const char* desk =
#include "store/migrations/0001_desk.sql.inc"
    ;

constexpr const char* hours =
#include "store/migrations/0002_hours.sql.inc"
    ;

constexpr const char* calendars =
#include "store/migrations/0003_calendars.sql.inc"
    ;

constexpr const char* backups =
#include "store/migrations/0004_backups.sql.inc"
    ;

constexpr const char* growth =
#include "store/migrations/0005_growth.sql.inc"
    ;

constexpr const char* people =
#include "store/migrations/0006_people.sql.inc"
    ;

constexpr const char* tickets =
#include "store/migrations/0007_tickets.sql.inc"
    ;

constexpr const char* configuration =
#include "store/migrations/0008_configuration.sql.inc"
    ;

constexpr const char* unnamed =
#include "store/migrations/0009_unnamed.sql.inc"
    ;

constexpr const char* directory =
#include "store/migrations/0010_directory.sql.inc"
    ;

constexpr const char* copies =
#include "store/migrations/0011_copies.sql.inc"
    ;

constexpr const char* heads =
#include "store/migrations/0012_heads.sql.inc"
    ;

constexpr const char* rota =
#include "store/migrations/0013_rota.sql.inc"
    ;

constexpr const char* hand_offs =
#include "store/migrations/0014_hand_offs.sql.inc"
    ;

constexpr const char* agreements =
#include "store/migrations/0015_agreements.sql.inc"
    ;

constexpr const char* told_accounts =
#include "store/migrations/0016_told_accounts.sql.inc"
    ;

constexpr const char* contact_links =
#include "store/migrations/0017_contact_links.sql.inc"
    ;

constexpr const char* stated =
#include "store/migrations/0018_stated.sql.inc"
    ;

constexpr const char* steps[] = {desk,    hours,         calendars,  backups,       growth,        people,
                                 tickets, configuration, unnamed,    directory,     copies,        heads,
                                 rota,    hand_offs,     agreements, told_accounts, contact_links, stated};

int version_of(Session& session) {
  auto query = session.prepare("PRAGMA user_version");
  query.step();
  return static_cast<int>(query.integer(0));
}

}  // namespace

bool is_of_this_version(Session& session) {
  return version_of(session) == static_cast<int>(std::size(steps));
}

void migrate(Session& session) {
  migrate(session, static_cast<int>(std::size(steps)));
}

void migrate(Session& session, int last) {
  const int found = version_of(session);
  if (found > last)
    throw std::runtime_error("the data folder was written by a newer desk (schema " + std::to_string(found) +
                             ", this one knows " + std::to_string(last) + "); start that one instead");
  for (int step = found; step < last; ++step) {
    const std::string text = "BEGIN IMMEDIATE;" + std::string(steps[step]) +
                             "PRAGMA user_version=" + std::to_string(step + 1) + ";COMMIT;";
    session.execute(text.c_str());
  }
}

}  // namespace punctual::store
