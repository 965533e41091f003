#include <boost/describe.hpp>

#include "desk/text/wording.h"
#include "store/answers.h"
#include "web/api/api.h"

namespace punctual::web {

namespace {

struct AverageJson {
  std::int64_t mean_seconds = 0;
  std::int64_t median_seconds = 0;
  std::int64_t p90_seconds = 0;
  std::int64_t count = 0;
  int days = desk::average_days;
};
BOOST_DESCRIBE_STRUCT(AverageJson, (), (mean_seconds, median_seconds, p90_seconds, count, days))

struct UnansweredJson {
  std::int64_t count = 0;
  json::Nullable<std::int64_t> oldest_seconds;
};
BOOST_DESCRIBE_STRUCT(UnansweredJson, (), (count, oldest_seconds))

struct StatusJson {
  std::string name;
  std::string time_zone;
  Instant now{};
  bool open = false;
  json::Nullable<Instant> until;
  std::string hours;
  std::string goal;
  std::vector<std::string> tiers;  ///< what clients read each is called, tier 1 first
  json::Nullable<AverageJson> average;
  UnansweredJson unanswered;
};
BOOST_DESCRIBE_STRUCT(StatusJson, (),
                      (name, time_zone, now, open, until, hours, goal, tiers, average, unanswered))

Answer health(Api&, const Request&) {
  return Reply{.status = 200, .content_type = "application/json", .body = R"({"status":"alive"})"};
}

Answer readiness(Api& api, const Request&) {
  if (!api.ready) return problem(Problem::not_ready);
  if (api.stopped_writing())
    return problem(Problem::not_ready, "Writing has stopped after a failure of the disk.");
  return Reply{.status = 200, .content_type = "application/json", .body = R"({"status":"ready"})"};
}

/// On this machine, or with a manager's token.
Answer metrics(Api& api, const Request& request) {
  if (!request.loopback) {
    const auto caller = admit(api, request, desk::Action::read_metrics);
    if (!caller) return caller.error();
  }
  return Reply{
      .status = 200, .content_type = "text/plain; version=0.0.4; charset=utf-8", .body = api.metrics()};
}

Answer desk_status(Api& api, const Request& request) {
  if (!api.ready) return problem(Problem::not_ready);
  const auto catalogue = api.desk.catalogue();
  const auto status = desk::status_of(catalogue->hours(), request.now);
  auto& session = api.desk.reader();
  const store::Snapshot snapshot(session);
  const auto unanswered = store::read_unanswered(session);
  const auto& profile = catalogue->profile();
  const auto& hours = catalogue->business_hours().hours;
  StatusJson json{.name = profile.name,
                  .time_zone = hours.zone,
                  .now = request.now,
                  .open = status.open,
                  .until = status.until,
                  .hours = text::hours_words(hours.week_on(catalogue->zone().date(request.now)),
                                             catalogue->zone(), request.now, ClockFace::of_24_hours),
                  .goal = format_target(profile.goal),
                  .tiers = {},
                  .average = {},
                  .unanswered = {unanswered.count, {}}};
  for (const auto& tier : profile.tiers) json.tiers.push_back(tier.title);
  if (const auto average = api.averages.read(session, request.now))
    json.average =
        AverageJson{average->mean.count(), average->median.count(), average->p90.count(), average->count};
  if (unanswered.oldest)
    json.unanswered.oldest_seconds = catalogue->hours().elapsed(*unanswered.oldest, request.now).count();
  return json_reply(200, json);
}

}  // namespace

std::vector<Route> desk_routes(Api& api) {
  return {
      open_route(api, Method::get, "/healthz", Body::none, health),
      open_route(api, Method::get, "/readyz", Body::none, readiness),
      open_route(api, Method::get, "/metrics", Body::none, metrics),
      open_route(api, Method::get, "/api/v1/desk/status", Body::none, desk_status),
  };
}

}  // namespace punctual::web
