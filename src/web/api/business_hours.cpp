#include "desk/commands/change_hours.h"
#include "desk/holiday_file.h"
#include "desk/queries/hours_difference.h"
#include "desk/queries/hours_preview.h"
#include "store/tickets.h"
#include "web/api/api.h"
#include "web/api/hours_json.h"
#include "web/api/people_json.h"

namespace punctual::web {

namespace {

constexpr int most_versions = 100;

struct BusinessHoursJson {
  int version = 0;
  Instant changed_at{};
  json::Nullable<std::string> changed_by;
  HoursJson hours;
  std::int64_t rejudging = 0;
};
BOOST_DESCRIBE_STRUCT(BusinessHoursJson, (), (version, changed_at, changed_by, hours, rejudging))

struct HoursChangeJson {
  HoursJson hours;
  std::optional<bool> confirmed;
};
BOOST_DESCRIBE_STRUCT(HoursChangeJson, (), (hours, confirmed))

struct MovedTicketJson {
  std::string ref;
  std::string summary;
  json::Nullable<NamedJson> client;
  json::Nullable<NamedJson> assignee;
  std::string clock;
  json::Nullable<Instant> before;
  json::Nullable<Instant> after;
  std::string effect;
};
BOOST_DESCRIBE_STRUCT(MovedTicketJson, (), (ref, summary, client, assignee, clock, before, after, effect))

struct PreviewJson {
  std::vector<std::string> changes;
  std::vector<ProblemField> to_confirm;
  std::int64_t running = 0;
  std::int64_t moved = 0;
  std::int64_t becoming_late = 0;
  std::int64_t no_longer_late = 0;
  std::vector<MovedTicketJson> tickets;
};
BOOST_DESCRIBE_STRUCT(PreviewJson, (),
                      (changes, to_confirm, running, moved, becoming_late, no_longer_late, tickets))

struct VersionJson {
  int version = 0;
  Instant at{};
  json::Nullable<std::string> by;
  std::vector<std::string> changes;
};
BOOST_DESCRIBE_STRUCT(VersionJson, (), (version, at, by, changes))

struct VersionsJson {
  std::vector<VersionJson> items;
};
BOOST_DESCRIBE_STRUCT(VersionsJson, (), (items))

const char* word_of(desk::MovedTicket::Effect effect) {
  using Effect = desk::MovedTicket::Effect;
  if (effect == Effect::becomes_late) return "becomes_late";
  return effect == Effect::no_longer_late ? "no_longer_late" : "moves";
}

json::Nullable<std::string> name_of(const Actor& by, const desk::Catalogue& catalogue) {
  const auto* person = catalogue.person(PersonId{by.kind == Actor::Kind::person ? by.id : 0});
  return person ? json::Nullable<std::string>(person->name) : json::Nullable<std::string>();
}

Reply hours_reply(const Api& api) {
  auto& session = api.desk.reader();
  const store::Snapshot snapshot(session);
  const auto hours = desk::read_hours(session);
  const auto catalogue = api.desk.catalogue();
  BusinessHoursJson json{
      .version = hours.version, .changed_at = hours.at, .changed_by = {}, .hours = hours_json(hours)};
  if (const auto changes = desk::hours_changes(session, 1); !changes.empty())
    json.changed_by = name_of(changes.front().by, *catalogue);
  json.rejudging = store::count_active_superseded(session);
  Reply reply = json_reply(200, json);
  reply.headers.emplace_back("ETag", etag_of(hours.version));
  return reply;
}

Answer get_hours(Api& api, const desk::Caller&, const Request&) {
  return hours_reply(api);
}

/// What was checked, on its way to the writer.
Answer write_hours(Api& api, desk::HoursVersion hours, int version, PersonId by, Instant now) {
  const auto wanted = std::make_shared<const desk::HoursVersion>(std::move(hours));
  const auto stale = std::make_shared<bool>(false);
  return Write{[wanted, stale, version, by, now](store::Session& session) {
                 *stale = !desk::change_hours(session, version, *wanted, by, now);
                 return *stale ? store::Keep::discard : store::Keep::commit;
               },
               [&api, stale](store::Written) {
                 if (*stale) return problem(Problem::stale);
                 api.catalogue_changed();
                 return hours_reply(api);
               }};
}

Answer put_hours(Api& api, const desk::Caller& caller, const Request& request) {
  const auto version = expected_version(request);
  if (!version) return version.error();
  const auto body = read_body<HoursChangeJson>(request);
  if (!body) return body.error();
  if (*version != api.desk.catalogue()->business_hours().version) return problem(Problem::stale);
  return Slow{[&api, body = *body, version = static_cast<int>(*version), by = caller.id,
               now = request.now]() -> Answer {
                auto read = read_hours(body.hours, api.desk.zones(), now);
                if (!read.wrong.empty()) return problem(Problem::invalid, {}, std::move(read.wrong));
                if (!read.to_confirm.empty() && !body.confirmed.value_or(false))
                  return problem(Problem::invalid, "Confirm what is meant, or mend it.",
                                 std::move(read.to_confirm));
                return write_hours(api, std::move(read.hours), version, by, now);
              },
              Slow::Lane::seconds};
}

Answer preview(Api& api, const desk::Caller&, const Request& request) {
  const auto body = read_body<HoursChangeJson>(request);
  if (!body) return body.error();
  return Slow{[&api, hours = body->hours, now = request.now]() -> Answer {
                auto read = read_hours(hours, api.desk.zones(), now);
                if (!read.wrong.empty()) return problem(Problem::invalid, {}, std::move(read.wrong));
                const auto catalogue = api.desk.catalogue();
                const auto found = desk::preview_hours(api.desk, api.desk.reader(), read.hours.hours, now);
                PreviewJson json{.changes = desk::hours_differences(catalogue->business_hours(), read.hours),
                                 .to_confirm = std::move(read.to_confirm),
                                 .running = found.running,
                                 .moved = found.moved,
                                 .becoming_late = found.becoming_late,
                                 .no_longer_late = found.no_longer_late,
                                 .tickets = {}};
                for (const auto& ticket : found.tickets)
                  json.tickets.push_back({desk::ref_of(ticket.id), ticket.summary,
                                          named_client(*catalogue, ticket.client),
                                          named_person(*catalogue, ticket.assignee),
                                          std::string(store::clock_name(ticket.due.clock)), ticket.due.before,
                                          ticket.due.after, word_of(ticket.effect)});
                return json_reply(200, json);
              },
              Slow::Lane::seconds};
}

Answer list_versions(Api& api, const desk::Caller&, const Request&) {
  auto& session = api.desk.reader();
  const store::Snapshot snapshot(session);
  const auto catalogue = api.desk.catalogue();
  VersionsJson json;
  for (const auto& change : desk::hours_changes(session, most_versions))
    json.items.push_back({change.version, change.at, name_of(change.by, *catalogue), change.changes});
  return json_reply(200, json);
}

struct HolidayFileJson {
  std::string name;
  std::string content;
};
BOOST_DESCRIBE_STRUCT(HolidayFileJson, (), (name, content))

struct LeftOutJson {
  std::string name;
  std::string why;
};
BOOST_DESCRIBE_STRUCT(LeftOutJson, (), (name, why))

struct HolidaysJson {
  std::string source;
  std::vector<HolidayJson> holidays;
  std::vector<LeftOutJson> left_out;
};
BOOST_DESCRIBE_STRUCT(HolidaysJson, (), (source, holidays, left_out))

Answer read_file(Api&, const desk::Caller&, const Request& request) {
  auto body = read_body<HolidayFileJson>(request);
  if (!body) return body.error();
  return Slow{[file = std::move(*body), now = request.now]() -> Answer {
                const auto read = desk::read_holiday_file(file.name, file.content, now);
                if (!read) return problem(Problem::invalid, {}, {{"content", read.error()}});
                HolidaysJson json{.source = read->source, .holidays = {}, .left_out = {}};
                for (const auto& entry : read->holidays) json.holidays.push_back(holiday_json(entry));
                for (const auto& [name, why] : read->left_out) json.left_out.push_back({name, why});
                return json_reply(200, json);
              },
              Slow::Lane::seconds};
}

}  // namespace

std::vector<Route> business_hours_routes(Api& api) {
  using desk::Action;
  return {
      staff_route(api, Method::get, "/api/v1/business-hours", Body::none, Action::read_hours, get_hours),
      staff_route(api, Method::put, "/api/v1/business-hours", Body::json, Action::change_hours, put_hours),
      staff_route(api, Method::post, "/api/v1/business-hours/preview", Body::json, Action::change_hours,
                  preview),
      staff_route(api, Method::get, "/api/v1/business-hours/versions", Body::none, Action::read_hours,
                  list_versions),
      staff_route(api, Method::post, "/api/v1/holiday-files", Body::json, Action::change_hours, read_file),
  };
}

}  // namespace punctual::web
