#include "desk/agreements/correct.h"
#include "desk/agreements/issue.h"
#include "domain/agreement/periods.h"
#include "domain/time/rfc3339.h"
#include "web/api/api.h"
#include "web/api/csv_reply.h"
#include "web/api/people_json.h"
#include "web/api/person_reply.h"

// Accounts of clients' months: as they stand, issued, listed.
namespace punctual::web {

namespace {

struct StatementItemJson {
  NamedJson client;
  std::string month;
  std::string state;
  json::Nullable<std::string> number;
  json::Nullable<Instant> issued_at;
  int corrections = 0;
  std::vector<std::string> tells;
};
BOOST_DESCRIBE_STRUCT(StatementItemJson, (), (client, month, state, number, issued_at, corrections, tells))

struct StatementsJson {
  std::string month;
  std::vector<StatementItemJson> items;
};
BOOST_DESCRIBE_STRUCT(StatementsJson, (), (month, items))

Reply no_month() {
  return problem(Problem::not_found, "This is no month; write it like 2026-10.");
}

ClientId client_in(const Request& request) {
  return {id_of(request.parameter("client")).value_or(0)};
}

/// The document as it was kept.
Reply issued_reply(const Api& api, StatementId id) {
  auto row = store::find_statement(api.desk.reader(), id).value();
  return {.status = 201, .content_type = "application/json", .body = std::move(row.body)};
}

template <class Render>
Answer of_month(Api& api, const Request& request, Render render) {
  const auto month = desk::month_from(request.parameter("month"));
  if (!month) return no_month();
  return Slow{[&api, render, month = *month, now = request.now, client = client_in(request)]() -> Answer {
    auto& session = api.desk.reader();
    const store::Snapshot snapshot(session);
    const auto catalogue = api.desk.catalogue();
    const auto* row = catalogue->client(client);
    if (!row) return problem(Problem::not_found, "No client has this id.");
    auto text = desk::statement_text(session, *catalogue, *row, month, now);
    if (!text) return problem(Problem::not_found, "This month is yet to come; name one that has begun.");
    return render(*std::move(text));
  }};
}

Answer get_statement(Api& api, const desk::Caller&, const Request& request) {
  return of_month(api, request, [](std::string text) {
    return Reply{.status = 200, .content_type = "application/json", .body = std::move(text)};
  });
}

Answer get_csv(Api& api, const desk::Caller&, const Request& request) {
  return of_month(api, request, [](const std::string& text) {
    return csv_reply(json::from_json<desk::Statement>(text).value());
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
    std::map<ClientId, int> corrections;
    for (auto& row : store::read_statements(session, {}, month, -1))
      if (row.corrects)
        ++corrections[row.client];
      else
        issued.emplace(row.client, std::move(row));
    for (const auto& client : catalogue->clients()) {
      const auto& versions = catalogue->agreement(client.id);
      if (versions.empty() || versions.front().terms.from >= agreement::next_month(*month)) continue;
      StatementItemJson item{.client = {client.id.value, client.name},
                             .month = json.month,
                             .state = "draft",
                             .number = {},
                             .issued_at = {},
                             .corrections = corrections[client.id],
                             .tells = {}};
      for (const auto& contact : store::approvers_of(session, client.id)) item.tells.push_back(contact.name);
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
  if (!month) return no_month();
  const auto done = std::make_shared<std::expected<StatementId, desk::NotIssued>>();
  return Write{[&api, done, client = client_in(request), month = *month, by = caller.id,
                now = request.now](store::Session& session) {
                 *done = desk::issue_statement(api.desk, session, client, month, by, now);
                 return *done ? store::Keep::commit : store::Keep::discard;
               },
               [&api, done](store::Written) {
                 if (!*done) return refused(done->error());
                 return issued_reply(api, **done);
               }};
}

struct CorrectionsJson {
  std::vector<desk::Correction> items;
};
BOOST_DESCRIBE_STRUCT(CorrectionsJson, (), (items))

struct NewCorrectionJson {
  std::string reason;
  std::vector<desk::CorrectedLine> lines;
};
BOOST_DESCRIBE_STRUCT(NewCorrectionJson, (), (reason, lines))

Answer list_corrections(Api& api, const desk::Caller&, const Request& request) {
  const auto month = desk::month_from(request.parameter("month"));
  if (!month) return no_month();
  CorrectionsJson json;
  for (const auto& row : store::read_corrections(api.desk.reader(), client_in(request), *month))
    json.items.push_back(json::from_json<desk::Correction>(row.body).value());
  return json_reply(200, json);
}

Answer correct(Api& api, const desk::Caller& caller, const Request& request) {
  const auto month = desk::month_from(request.parameter("month"));
  if (!month) return no_month();
  auto body = read_body<NewCorrectionJson>(request);
  if (!body) return body.error();
  const auto done = std::make_shared<std::expected<StatementId, desk::CorrectionRefused>>();
  return Write{[&api, done, client = client_in(request), month = *month,
                asked = desk::AskedCorrection{std::move(body->reason), std::move(body->lines)},
                by = caller.id, now = request.now](store::Session& session) {
                 *done = desk::correct_statement(api.desk, session, client, month, asked, by, now);
                 return *done ? store::Keep::commit : store::Keep::discard;
               },
               [&api, done](store::Written) {
                 if (*done) return issued_reply(api, **done);
                 const auto& why = done->error();
                 if (why.why == desk::CorrectionRefused::Why::unknown)
                   return problem(Problem::not_found, why.detail);
                 return problem(Problem::invalid, {}, {{why.field, why.detail}});
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
      staff_route(api, Method::get, "/api/v1/clients/{client}/statements/{month}/corrections", Body::none,
                  Action::read_agreements, list_corrections),
      staff_route(api, Method::post, "/api/v1/clients/{client}/statements/{month}/corrections", Body::json,
                  Action::issue_statements, correct),
  };
}

}  // namespace punctual::web
