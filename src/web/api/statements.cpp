#include "desk/agreements/issue.h"
#include "desk/agreements/statement_csv.h"
#include "domain/agreement/periods.h"
#include "domain/time/rfc3339.h"
#include "web/api/api.h"
#include "web/api/people_json.h"
#include "web/api/person_reply.h"

// Accounts of clients' months: as they stand, issued, listed.
namespace punctual::web {

namespace {

constexpr int most_listed = 5000;

struct StatementItemJson {
  NamedJson client;
  std::string month;
  std::string state;
  json::Nullable<std::string> number;
  json::Nullable<Instant> issued_at;
};
BOOST_DESCRIBE_STRUCT(StatementItemJson, (), (client, month, state, number, issued_at))

struct StatementsJson {
  std::string month;
  std::vector<StatementItemJson> items;
};
BOOST_DESCRIBE_STRUCT(StatementsJson, (), (month, items))

template <class Render>
Answer of_month(Api& api, const Request& request, Render render) {
  const auto month = desk::month_from(request.parameter("month"));
  if (!month) return problem(Problem::not_found, "This is no month; write it like 2026-10.");
  return Slow{[&api, render, month = *month, now = request.now,
               client = ClientId{id_of(request.parameter("client")).value_or(0)}]() -> Answer {
    auto& session = api.desk.reader();
    const store::Snapshot snapshot(session);
    const auto catalogue = api.desk.catalogue();
    const auto* row = catalogue->client(client);
    if (!row) return problem(Problem::not_found, "No client has this id.");
    return render(desk::statement_text(session, *catalogue, *row, month, now));
  }};
}

Answer get_statement(Api& api, const desk::Caller&, const Request& request) {
  return of_month(api, request, [](std::string text) {
    return Reply{.status = 200, .content_type = "application/json", .body = std::move(text)};
  });
}

Answer get_csv(Api& api, const desk::Caller&, const Request& request) {
  return of_month(api, request, [](const std::string& text) {
    const auto statement = json::from_json<desk::Statement>(text).value();
    Reply reply{
        .status = 200, .content_type = "text/csv; charset=utf-8", .body = desk::statement_csv(statement)};
    reply.headers.emplace_back("Content-Disposition",
                               "attachment; filename=\"statement-" + statement.month + ".csv\"");
    return reply;
  });
}

/// One for each client that has an agreement, by name.
Answer list_statements(Api& api, const desk::Caller&, const Request& request) {
  const auto asked = request.query_parameter("month");
  std::optional<Date> month;
  if (asked) month = desk::month_from(*asked);
  if (asked && !month) return problem(Problem::invalid, {}, {{"month", "must be a month like 2026-10"}});
  return Slow{[&api, month, now = request.now]() mutable -> Answer {
    auto& session = api.desk.reader();
    const store::Snapshot snapshot(session);
    const auto catalogue = api.desk.catalogue();
    if (!month)
      month = agreement::month_of(agreement::month_of(catalogue->zone().date(now)) - std::chrono::days{1});
    StatementsJson json{.month = desk::month_text(*month)};
    std::map<ClientId, store::StatementRow> issued;
    for (auto& row : store::read_statements(session, {}, month, most_listed))
      if (!row.corrects) issued.emplace(row.client, std::move(row));
    for (const auto& client : catalogue->clients()) {
      const auto& versions = catalogue->agreement(client.id);
      if (versions.empty() || versions.front().terms.from >= agreement::next_month(*month)) continue;
      StatementItemJson item{{client.id.value, client.name}, json.month, "draft", {}, {}};
      if (const auto found = issued.find(client.id); found != issued.end()) {
        item.state = "issued";
        item.number = found->second.number;
        item.issued_at = found->second.issued_at;
      } else if (agreement::next_month(*month) > catalogue->zone_of(client.id).date(now)) {
        item.state = "running";
      }
      json.items.push_back(std::move(item));
    }
    return json_reply(200, json);
  }};
}

Reply refused(const desk::NotIssued& why) {
  using Why = desk::NotIssued::Why;
  if (why.why == Why::unknown) return problem(Problem::not_found, why.detail);
  return problem(Problem::not_in_this_state, why.detail);
}

Answer issue(Api& api, const desk::Caller& caller, const Request& request) {
  const auto month = desk::month_from(request.parameter("month"));
  if (!month) return problem(Problem::not_found, "This is no month; write it like 2026-10.");
  const ClientId client{id_of(request.parameter("client")).value_or(0)};
  const auto done = std::make_shared<std::expected<StatementId, desk::NotIssued>>();
  return Write{
      [&api, done, client, month = *month, by = caller.id, now = request.now](store::Session& session) {
        *done = desk::issue_statement(*api.desk.catalogue(), session, client, month, by, now);
        return *done ? store::Keep::commit : store::Keep::discard;
      },
      [&api, done](store::Written) {
        if (!*done) return refused(done->error());
        auto row = store::find_statement(api.desk.reader(), **done).value();
        return Reply{.status = 201, .content_type = "application/json", .body = std::move(row.body)};
      }};
}

}  // namespace

std::vector<Route> statement_routes(Api& api) {
  using desk::Action;
  return {
      staff_route(api, Method::get, "/api/v1/statements", Body::none, Action::read_agreements,
                  list_statements),
      staff_route(api, Method::get, "/api/v1/clients/{client}/statements/{month}", Body::none,
                  Action::read_agreements, get_statement),
      staff_route(api, Method::get, "/api/v1/clients/{client}/statements/{month}/csv", Body::none,
                  Action::read_agreements, get_csv),
      staff_route(api, Method::post, "/api/v1/clients/{client}/statements/{month}", Body::none,
                  Action::issue_statements, issue),
  };
}

}  // namespace punctual::web
