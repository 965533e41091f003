#include "web/api/backups.h"

#include "desk/backup/layout.h"
#include "domain/time/rfc3339.h"
#include "store/backups.h"
#include "web/api/api.h"

namespace punctual::web {

namespace {

constexpr int newest = 100;

struct ScheduleJson {
  std::string folder;
  std::string at;
  int keep = 0;
  json::Nullable<Instant> next_at;
};
BOOST_DESCRIBE_STRUCT(ScheduleJson, (), (folder, at, keep, next_at))

struct BackupJson {
  Instant began_at{};
  Instant ended_at{};
  std::string place;
  bool scheduled = false;
  std::int64_t tickets = 0;
  std::int64_t attachments = 0;
  std::int64_t bytes = 0;
  std::vector<std::string> problems;
  json::Nullable<std::string> error;
  bool there = false;  ///< still, or again
};
BOOST_DESCRIBE_STRUCT(BackupJson, (),
                      (began_at, ended_at, place, scheduled, tickets, attachments, bytes, problems, error,
                       there))

struct BackupsJson {
  json::Nullable<ScheduleJson> schedule;
  std::vector<BackupJson> items;
};
BOOST_DESCRIBE_STRUCT(BackupsJson, (), (schedule, items))

Answer list_backups(Api& api, const desk::Caller&, const Request&) {
  BackupsJson json;
  if (const auto& plan = api.backups)
    json.schedule = ScheduleJson{plan->folder, plan->at, plan->keep, plan->next()};
  for (auto& row : store::newest_backups(api.desk.reader(), newest)) {
    const bool there = !row.error && desk::is_backup(row.place);
    json.items.push_back({row.began_at, row.ended_at, std::move(row.place), row.scheduled, row.tickets,
                          row.blobs, row.bytes, std::move(row.problems), std::move(row.error), there});
  }
  return json_reply(200, json);
}

Answer begin_backup(Api& api, const desk::Caller&, const Request&) {
  if (!api.backups) return problem(Problem::no_backup_folder);
  if (const auto begun = api.backups->begin_now(); !begun)
    return problem(Problem::backup_too_soon,
                   "The next may be asked for at " + format_rfc3339(begun.error()) + ".");
  return Reply{.status = 202};
}

}  // namespace

std::vector<Route> backup_routes(Api& api) {
  using desk::Action;
  return {
      staff_route(api, Method::get, "/api/v1/backups", Body::none, Action::read_backups, list_backups),
      staff_route(api, Method::post, "/api/v1/backups", Body::json, Action::make_backup, begin_backup),
  };
}

}  // namespace punctual::web
