#include "desk/rota/time_off.h"

#include <boost/json.hpp>

#include "desk/text/one_line.h"
#include "domain/time/rfc3339.h"
#include "web/api/api.h"
#include "web/api/person_reply.h"
#include "web/api/rota_json.h"
#include "web/api/rota_reading.h"

// Time off as people ask for it; granting is an edit of the rota.
namespace punctual::web {

namespace {

constexpr int most_listed = 1000;

struct TimeOffJson {
  TimeOffId id;
  NamedJson person;
  std::string kind;
  std::string first_date;
  std::string last_date;
  HoursOfDayJson hours;
  json::Nullable<std::string> note;
  std::string state;
  Instant asked_at{};
  json::Nullable<NamedJson> decided_by;
  json::Nullable<Instant> decided_at;
  std::string answer;
  std::int64_t known_gaps = 0;
};
BOOST_DESCRIBE_STRUCT(TimeOffJson, (),
                      (id, person, kind, first_date, last_date, hours, note, state, asked_at, decided_by,
                       decided_at, answer, known_gaps))

struct TimeOffListJson {
  std::vector<TimeOffJson> items;
};
BOOST_DESCRIBE_STRUCT(TimeOffListJson, (), (items))

struct AskJson {
  std::string first_date;
  std::string last_date;
  std::optional<std::vector<std::string>> hours;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(AskJson, (), (first_date, last_date, hours, note))

struct RefusalJson {
  std::string answer;
};
BOOST_DESCRIBE_STRUCT(RefusalJson, (), (answer))

std::int64_t gaps_in(const std::optional<std::string>& known) {
  if (!known) return 0;
  const auto parsed = json::parse(*known);
  const auto* list = parsed ? parsed->if_array() : nullptr;
  return list ? static_cast<std::int64_t>(list->size()) : 0;
}

bool may_read_all(const store::TimeOffRow& row, const desk::Caller& caller) {
  return caller.id == row.person || desk::may(caller.role, desk::Action::change_rota);
}

/// Others have to know who is off, and who may be; what came to nothing is between those two.
bool may_know(const store::TimeOffRow& row, const desk::Caller& caller) {
  using State = store::TimeOffRow::State;
  return row.state == State::granted || row.state == State::requested || may_read_all(row, caller);
}

TimeOffJson time_off_json(const desk::Catalogue& catalogue, const store::TimeOffRow& row,
                          const desk::Caller& caller) {
  const auto* person = catalogue.person(row.person);
  const bool private_to_it = may_read_all(row, caller);
  TimeOffJson json{.id = row.id,
                   .person = {row.person.value, person ? person->name : ""},
                   .kind = row.change.kind == people::RotaChange::Kind::absence ? "absence" : "time_off",
                   .first_date = format_date(row.change.first),
                   .last_date = format_date(row.change.last),
                   .hours = hours_of_day_json(row.change.hours),
                   .note = {},
                   .state = std::string(to_text(row.state)),
                   .asked_at = row.asked_at,
                   .decided_by = named_person(catalogue, row.decided_by.value_or(PersonId{})),
                   .decided_at = {},
                   .answer = private_to_it ? row.answer : "",
                   .known_gaps = gaps_in(row.knowing)};
  if (private_to_it || caller.id == row.asked_by) json.note = row.note;
  if (row.decided_at) json.decided_at = *row.decided_at;
  return json;
}

Answer list_time_off(Api& api, const desk::Caller& caller, const Request& request) {
  auto& session = api.desk.reader();
  const store::Snapshot snapshot(session);
  const auto catalogue = api.desk.catalogue();
  TimeOffListJson json;
  // Somebody's zone may be a day behind.
  for (const auto& row :
       store::read_time_off(session, catalogue->zone().date(request.now) - std::chrono::days{1}, most_listed))
    if (may_know(row, caller)) json.items.push_back(time_off_json(*catalogue, row, caller));
  return json_reply(200, json);
}

using Which = std::expected<TimeOffId, desk::RotaRefused>;

/// Changes one row and answers with it.
Answer carried_out(Api& api, const desk::Caller& caller, int status,
                   std::function<Which(store::Session&)> work) {
  const auto done = std::make_shared<Which>();
  return Write{[done, work = std::move(work)](store::Session& session) {
                 *done = work(session);
                 return *done ? store::Keep::commit : store::Keep::discard;
               },
               [&api, caller, done, status](store::Written) {
                 if (!*done) return refused(done->error());
                 if (desk::read_versions(api.desk.reader()) != api.desk.catalogue()->versions())
                   api.catalogue_changed();
                 const auto row = store::find_time_off(api.desk.reader(), **done);
                 return json_reply(status, time_off_json(*api.desk.catalogue(), row.value(), caller));
               }};
}

Answer ask(Api& api, const desk::Caller& caller, const Request& request) {
  const auto body = read_body<AskJson>(request);
  if (!body) return body.error();
  std::vector<ProblemField> wrong;
  const people::RotaChange change{
      people::RotaChange::Kind::time_off, read_date(body->first_date, "first_date", wrong),
      read_date(body->last_date, "last_date", wrong), read_hours_of_day(body->hours, "hours", wrong)};
  const auto note = read_note(body->note, "note", wrong);
  if (!wrong.empty()) return problem(Problem::invalid, {}, std::move(wrong));
  return carried_out(api, caller, 201,
                     [&api, change, note, who = caller.id, now = request.now](auto& session) {
                       return desk::ask_for_time_off(api.desk, session, who, change, note, now);
                     });
}

TimeOffId time_off_in(const Request& request) {
  return {id_of(request.parameter("id")).value_or(0)};
}

Answer decline(Api& api, const desk::Caller& caller, const Request& request) {
  const auto body = read_body<RefusalJson>(request);
  if (!body) return body.error();
  std::vector<ProblemField> wrong;
  const auto answer = read_note(body->answer, "answer", wrong);
  if (text::one_line(answer, answer.size()).empty())
    wrong.push_back({"answer", "Say why, in a word; they read it."});
  if (!wrong.empty()) return problem(Problem::invalid, {}, std::move(wrong));
  return carried_out(
      api, caller, 200,
      [&api, answer, id = time_off_in(request), by = caller.id, now = request.now](auto& session) -> Which {
        const auto done = desk::decline_time_off(api.desk, session, id, answer, by, now);
        if (!done) return std::unexpected(done.error());
        return id;
      });
}

Answer withdraw(Api& api, const desk::Caller& caller, const Request& request) {
  return carried_out(
      api, caller, 200, [&api, id = time_off_in(request), caller, now = request.now](auto& session) -> Which {
        const auto done = desk::withdraw_time_off(api.desk, session, id, caller.id, caller.role, now);
        if (!done) return std::unexpected(done.error());
        return id;
      });
}

}  // namespace

std::vector<Route> time_off_routes(Api& api) {
  return {
      staff_route(api, Method::get, "/api/v1/time-off", Body::none, desk::Action::read_rota, list_time_off),
      staff_route(api, Method::post, "/api/v1/time-off", Body::json, desk::Action::ask_for_time_off, ask),
      staff_route(api, Method::post, "/api/v1/time-off/{id}/refusal", Body::json, desk::Action::change_rota,
                  decline),
      staff_route(api, Method::post, "/api/v1/time-off/{id}/withdrawal", Body::none,
                  desk::Action::ask_for_time_off, withdraw),
  };
}

}  // namespace punctual::web
