#include <boost/json.hpp>

#include "desk/agreements/time_log.h"
#include "domain/time/rfc3339.h"
#include "store/ticket_queue.h"
#include "web/api/api.h"
#include "web/api/people_json.h"
#include "web/api/person_reply.h"
#include "web/api/rota_reading.h"
#include "web/api/ticket_change.h"

// Time worked on tickets: written down, corrected, looked through.
namespace punctual::web {

namespace {

constexpr int most_listed = 2000;

struct TimeEntryJson {
  TimeEntryId id;
  std::string ticket;
  std::string summary;
  json::Nullable<NamedJson> client;
  NamedJson person;
  std::string date;
  json::Nullable<Instant> from;
  json::Nullable<Instant> to;
  std::int64_t minutes = 0;
  std::int64_t outside_minutes = 0;
  std::string kind;
  std::string note;
  bool courtesy = false;
  bool locked = false;
  json::Nullable<std::string> counts_on;
  int version = 1;
};
BOOST_DESCRIBE_STRUCT(TimeEntryJson, (),
                      (id, ticket, summary, client, person, date, from, to, minutes, outside_minutes, kind,
                       note, courtesy, locked, counts_on, version))

struct TimeListJson {
  std::vector<TimeEntryJson> items;
  std::int64_t minutes = 0;
  bool complete = true;
};
BOOST_DESCRIBE_STRUCT(TimeListJson, (), (items, minutes, complete))

struct TicketTimeJson {
  std::vector<TimeEntryJson> items;
  std::int64_t minutes = 0;
  std::vector<std::string> kinds;
  std::string today;
};
BOOST_DESCRIBE_STRUCT(TicketTimeJson, (), (items, minutes, kinds, today))

struct WorkJson {
  std::optional<std::string> date;
  std::optional<Instant> from;
  std::optional<Instant> to;
  std::optional<std::int64_t> minutes;
  std::optional<bool> outside_hours;
  std::optional<std::string> kind;
  std::optional<std::string> note;
  std::optional<bool> courtesy;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(WorkJson, (), (date, from, to, minutes, outside_hours, kind, note, courtesy, reason))

/// Summaries are asked for once a ticket.
class Entries {
 public:
  Entries(const desk::Catalogue& catalogue, store::Session& session)
      : catalogue_(catalogue), session_(session) {}

  TimeEntryJson of(const store::TimeEntryRow& row) {
    const auto* person = catalogue_.person(row.person);
    TimeEntryJson json{.id = row.id,
                       .ticket = desk::ref_of(row.ticket),
                       .summary = summary_of(row.ticket),
                       .client = named_client(catalogue_, row.client),
                       .person = {row.person.value, person ? person->name : ""},
                       .date = format_date(row.on),
                       .from = {},
                       .to = {},
                       .minutes = row.minutes(),
                       .outside_minutes = row.outside,
                       .kind = row.kind,
                       .note = row.note,
                       .courtesy = row.courtesy,
                       .locked = row.statement.has_value(),
                       .counts_on = {},
                       .version = row.version};
    if (row.from) json.from = *row.from;
    if (row.to) json.to = *row.to;
    if (row.counts_on != row.on) json.counts_on = format_date(row.counts_on);
    return json;
  }

 private:
  std::string summary_of(TicketId ticket) {
    const auto known = summaries_.find(ticket);
    if (known != summaries_.end()) return known->second;
    const auto row = store::find_ticket(session_, ticket);
    return summaries_.emplace(ticket, row ? row->summary : std::string()).first->second;
  }

  const desk::Catalogue& catalogue_;
  store::Session& session_;
  std::map<TicketId, std::string> summaries_;
};

Reply refused(const desk::TimeRefused& why) {
  using Why = desk::TimeRefused::Why;
  switch (why.why) {
    case Why::unknown:
      return problem(Problem::not_found, why.detail);
    case Why::ended:
    case Why::locked:
      return problem(Problem::not_in_this_state, why.detail);
    case Why::stale:
      return problem(Problem::stale, why.detail);
    case Why::not_yours:
      return problem(Problem::not_allowed, why.detail);
    case Why::invalid:
      break;
  }
  return problem(Problem::invalid, {}, {{why.field, why.detail}});
}

desk::WorkDone work_of(WorkJson body, std::vector<ProblemField>& wrong) {
  desk::WorkDone work{.from = body.from,
                      .to = body.to,
                      .minutes = body.minutes,
                      .outside_hours = body.outside_hours.value_or(false),
                      .kind = std::move(body.kind).value_or(""),
                      .note = std::move(body.note).value_or(""),
                      .courtesy = body.courtesy.value_or(false)};
  if (body.date) work.on = read_date(*body.date, "date", wrong);
  return work;
}

/// Writes, and answers with the entry.
Answer written(Api& api, int status,
               std::function<std::expected<TimeEntryId, desk::TimeRefused>(store::Session&)> work) {
  const auto done = std::make_shared<std::expected<TimeEntryId, desk::TimeRefused>>();
  return Write{[done, work = std::move(work)](store::Session& session) {
                 *done = work(session);
                 return *done ? store::Keep::commit : store::Keep::discard;
               },
               [&api, done, status](store::Written) {
                 if (!*done) return refused(done->error());
                 auto& session = api.desk.reader();
                 const store::Snapshot snapshot(session);
                 const auto catalogue = api.desk.catalogue();
                 return json_reply(
                     status,
                     Entries(*catalogue, session).of(store::find_time_entry(session, **done).value()));
               }};
}

Answer log(Api& api, const desk::Caller& caller, const Request& request) {
  const auto ticket = named_ticket(request);
  if (!ticket) return ticket.error();
  auto body = read_body<WorkJson>(request);
  if (!body) return body.error();
  std::vector<ProblemField> wrong;
  auto work = work_of(*std::move(body), wrong);
  if (!wrong.empty()) return problem(Problem::invalid, {}, std::move(wrong));
  return written(api, 201,
                 [&api, ticket = *ticket, who = caller.id, work = std::move(work), now = request.now](
                     auto& session) { return desk::log_time(api.desk, session, ticket, who, work, now); });
}

Answer correct(Api& api, const desk::Caller& caller, const Request& request) {
  const auto version = expected_version(request);
  if (!version) return version.error();
  auto body = read_body<WorkJson>(request);
  if (!body) return body.error();
  const auto reason = body->reason.value_or("");
  std::vector<ProblemField> wrong;
  auto work = work_of(*std::move(body), wrong);
  if (!wrong.empty()) return problem(Problem::invalid, {}, std::move(wrong));
  const TimeEntryId id{id_of(request.parameter("id")).value_or(0)};
  return written(api, 200,
                 [&api, id, version = static_cast<int>(*version), caller, reason, work = std::move(work),
                  now = request.now](auto& session) -> std::expected<TimeEntryId, desk::TimeRefused> {
                   const auto done = desk::correct_time(api.desk, session, id, version, work, reason,
                                                        caller.id, caller.role, now);
                   if (!done) return std::unexpected(done.error());
                   return id;
                 });
}

Answer of_ticket(Api& api, const desk::Caller&, const Request& request) {
  const auto ticket = named_ticket(request);
  if (!ticket) return ticket.error();
  auto& session = api.desk.reader();
  const store::Snapshot snapshot(session);
  const auto catalogue = api.desk.catalogue();
  const auto row = store::find_ticket(session, *ticket);
  if (!row) return problem(Problem::not_found, "No ticket has this reference.");
  const auto client = row->client.value_or(ClientId{});
  const Date today = catalogue->zone_of(client).date(request.now);
  TicketTimeJson json{.today = format_date(today)};
  Entries entries(*catalogue, session);
  for (const auto& one : store::time_entries_of(session, *ticket)) {
    json.items.push_back(entries.of(one));
    json.minutes += one.minutes();
  }
  if (const auto* version = agreement::version_at(catalogue->agreement(client), today))
    for (const auto& kind : version->terms.kinds)
      if (!kind.name.empty()) json.kinds.push_back(kind.name);
  return json_reply(200, json);
}

Answer list(Api& api, const desk::Caller&, const Request& request) {
  std::vector<ProblemField> wrong;
  const auto parameter = [&](std::string_view name) {
    return std::string(request.query_parameter(name).value_or(""));
  };
  store::TimeEntryFilter filter{.first = read_date(parameter("first"), "first", wrong),
                                .last = read_date(parameter("last"), "last", wrong)};
  for (const auto name : {"person", "client"}) {
    const auto text = parameter(name);
    if (text.empty()) continue;
    const auto id = id_of(text);
    if (!id) wrong.push_back({name, "must be an id"});
    if (id && name == std::string_view("person")) filter.person = PersonId{*id};
    if (id && name == std::string_view("client")) filter.client = ClientId{*id};
  }
  if (!wrong.empty()) return problem(Problem::invalid, {}, std::move(wrong));
  return Slow{[&api, filter]() -> Answer {
    auto& session = api.desk.reader();
    const store::Snapshot snapshot(session);
    const auto catalogue = api.desk.catalogue();
    TimeListJson json;
    Entries entries(*catalogue, session);
    const auto rows = store::time_entries(session, filter, most_listed + 1);
    json.complete = std::ssize(rows) <= most_listed;
    for (const auto& row : rows) {
      if (std::ssize(json.items) == most_listed) break;
      json.items.push_back(entries.of(row));
      json.minutes += row.minutes();
    }
    return json_reply(200, json);
  }};
}

}  // namespace

std::vector<Route> time_entry_routes(Api& api) {
  return {
      staff_route(api, Method::get, "/api/v1/tickets/{ref}/time", Body::none, desk::Action::read_tickets,
                  of_ticket),
      staff_route(api, Method::post, "/api/v1/tickets/{ref}/time", Body::json, desk::Action::log_time, log),
      staff_route(api, Method::get, "/api/v1/time", Body::none, desk::Action::read_tickets, list),
      staff_route(api, Method::put, "/api/v1/time/{id}", Body::json, desk::Action::log_time, correct),
  };
}

}  // namespace punctual::web
