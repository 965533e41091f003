#include <algorithm>

#include "desk/agreements/balance.h"
#include "desk/agreements/books.h"
#include "desk/agreements/burn_down.h"
#include "desk/agreements/line_words.h"
#include "desk/configuration/agreement_fields.h"
#include "domain/agreement/periods.h"
#include "domain/agreement/simulation.h"
#include "domain/time/rfc3339.h"
#include "web/api/api.h"
#include "web/api/people_json.h"
#include "web/api/person_reply.h"

// What clients have agreed to, what is left of it, and what so much more work today would be.
namespace punctual::web {

namespace {

constexpr std::int64_t most_minutes = 60'000;

struct TermJson {
  std::string label;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(TermJson, (), (label, value))

struct BalanceJson {
  std::int64_t usable = 0;
  std::int64_t left = 0;
  int percent_used = 0;
  json::Nullable<std::string> next_lost;
  std::int64_t lost_then = 0;
  std::int64_t held = 0;
  bool low = false;
};
BOOST_DESCRIBE_STRUCT(BalanceJson, (), (usable, left, percent_used, next_lost, lost_then, held, low))

struct VersionJson {
  std::string from;
  json::Nullable<std::string> until;
  bool in_force = false;
  std::string currency;
  std::vector<std::string> kinds;
  std::vector<TermJson> terms;
};
BOOST_DESCRIBE_STRUCT(VersionJson, (), (from, until, in_force, currency, kinds, terms))

struct AgreementJson {
  NamedJson client;
  json::Nullable<VersionJson> in_force;
  json::Nullable<BalanceJson> balance;
};
BOOST_DESCRIBE_STRUCT(AgreementJson, (), (client, in_force, balance))

struct AgreementsJson {
  std::vector<AgreementJson> items;
};
BOOST_DESCRIBE_STRUCT(AgreementsJson, (), (items))

struct DayJson {
  std::string date;
  std::int64_t granted = 0;
  std::int64_t left = 0;
};
BOOST_DESCRIBE_STRUCT(DayJson, (), (date, granted, left))

struct WholeAgreementJson {
  NamedJson client;
  std::string time_zone;
  std::string today;
  json::Nullable<BalanceJson> balance;
  std::vector<VersionJson> versions;
  std::vector<DayJson> days;
};
BOOST_DESCRIBE_STRUCT(WholeAgreementJson, (), (client, time_zone, today, balance, versions, days))

struct PartJson {
  std::string outcome;
  std::int64_t minutes = 0;
  std::string why;
  json::Nullable<std::string> amount;
};
BOOST_DESCRIBE_STRUCT(PartJson, (), (outcome, minutes, why, amount))

struct SimulationJson {
  std::vector<PartJson> parts;
  std::int64_t covered = 0;
  std::int64_t extra = 0;
  json::Nullable<std::string> amount;
  json::Nullable<std::string> currency;
};
BOOST_DESCRIBE_STRUCT(SimulationJson, (), (parts, covered, extra, amount, currency))

VersionJson version_json(const std::vector<agreement::Version>& versions, std::size_t place, Date today) {
  const auto& version = versions[place];
  VersionJson json{.from = format_date(version.terms.from),
                   .currency = std::string(version.terms.currency.code())};
  json.in_force = agreement::version_at(versions, today) == &version;
  if (version.until)
    json.until = format_date(*version.until);
  else if (place + 1 < versions.size())
    json.until = format_date(versions[place + 1].terms.from);
  for (const auto& kind : version.terms.kinds)
    if (!kind.name.empty()) json.kinds.push_back(kind.name);
  for (auto& [label, value] : desk::terms_words(version))
    json.terms.push_back({std::move(label), std::move(value)});
  return json;
}

json::Nullable<BalanceJson> balance_json(const desk::Catalogue& catalogue, ClientId client,
                                         const agreement::Accounts& accounts, Date today) {
  const auto* version = agreement::version_at(catalogue.agreement(client), today);
  if (!version) return {};
  const auto balance = desk::balance_of(accounts, today);
  BalanceJson json{.usable = balance.usable,
                   .left = balance.left,
                   .percent_used = balance.percent_used(),
                   .next_lost = {},
                   .lost_then = balance.lost_then,
                   .held = balance.held};
  if (balance.next_lost) json.next_lost = format_date(*balance.next_lost);
  json.low = !version->warn_at.empty() && json.percent_used >= version->warn_at.front();
  return json;
}

agreement::Accounts accounts_of(store::Session& session, const desk::Catalogue& catalogue, ClientId client,
                                Instant now) {
  return desk::account(desk::read_books_of_today(session, catalogue, client, now));
}

std::vector<DayJson> days_json(const agreement::Accounts& accounts, Date today) {
  std::vector<DayJson> days;
  for (const auto& day : desk::burn_down(accounts, today))
    days.push_back({format_date(day.on), day.granted, day.left});
  return days;
}

/// `render(session, catalogue, client)` of the client the path names, read from one state.
template <class Render>
Answer of_client(Api& api, const Request& request, Render render) {
  return Slow{[&api, render, client = ClientId{id_of(request.parameter("client")).value_or(0)}]() -> Answer {
    auto& session = api.desk.reader();
    const store::Snapshot snapshot(session);
    const auto catalogue = api.desk.catalogue();
    const auto* row = catalogue->client(client);
    if (!row) return problem(Problem::not_found, "No client has this id.");
    return render(session, *catalogue, *row);
  }};
}

AgreementJson agreement_json(store::Session& session, const desk::Catalogue& catalogue,
                             const store::ClientRow& client, Instant now) {
  const Date today = catalogue.zone_of(client.id).date(now);
  const auto& versions = catalogue.agreement(client.id);
  AgreementJson json{{client.id.value, client.name}, {}, {}};
  for (std::size_t i = 0; i < versions.size(); ++i)
    if (agreement::version_at(versions, today) == &versions[i])
      json.in_force = version_json(versions, i, today);
  if (json.in_force)
    json.balance = balance_json(catalogue, client.id, accounts_of(session, catalogue, client.id, now), today);
  return json;
}

Answer list_agreements(Api& api, const desk::Caller&, const Request& request) {
  return Slow{[&api, now = request.now]() -> Answer {
                auto& session = api.desk.reader();
                const store::Snapshot snapshot(session);
                const auto catalogue = api.desk.catalogue();
                AgreementsJson json;
                for (const auto& client : catalogue->clients()) {
                  if (client.active) json.items.push_back(agreement_json(session, *catalogue, client, now));
                }
                return json_reply(200, json);
              },
              Slow::Lane::seconds};
}

Answer get_agreement(Api& api, const desk::Caller&, const Request& request) {
  return of_client(api, request,
                   [now = request.now](auto& session, const auto& catalogue, const auto& client) {
                     const Date today = catalogue.zone_of(client.id).date(now);
                     const auto accounts = accounts_of(session, catalogue, client.id, now);
                     const auto& versions = catalogue.agreement(client.id);
                     WholeAgreementJson json{.client = {client.id.value, client.name},
                                             .time_zone = catalogue.zone_of(client.id).name(),
                                             .today = format_date(today),
                                             .balance = balance_json(catalogue, client.id, accounts, today),
                                             .versions = {},
                                             .days = days_json(accounts, today)};
                     for (std::size_t i = 0; i < versions.size(); ++i)
                       json.versions.push_back(version_json(versions, i, today));
                     return json_reply(200, json);
                   });
}

Answer get_balance(Api& api, const desk::Caller&, const Request& request) {
  return of_client(api, request,
                   [now = request.now](auto& session, const auto& catalogue, const auto& client) {
                     return json_reply(200, agreement_json(session, catalogue, client, now));
                   });
}

struct SimulationAsk {
  std::int64_t minutes = 0;
  int tier = 3;
  std::string kind;
  bool outside = false;
};

std::expected<SimulationAsk, Reply> simulation_in(const Request& request) {
  std::vector<ProblemField> wrong;
  const auto parameter = [&](std::string_view name) {
    return std::string(request.query_parameter(name).value_or(""));
  };
  SimulationAsk ask{.minutes = id_of(parameter("minutes")).value_or(0), .kind = parameter("kind")};
  if (ask.minutes < 1 || ask.minutes > most_minutes)
    wrong.push_back({"minutes", "must be a whole number; write 1 to 60,000"});
  if (const auto tier = parameter("tier"); !tier.empty()) {
    ask.tier = static_cast<int>(id_of(tier).value_or(0));
    if (ask.tier < 1 || ask.tier > 4) wrong.push_back({"tier", "must be 1, 2, 3 or 4"});
  }
  ask.outside = parameter("outside_hours") == "true";
  if (!wrong.empty()) return std::unexpected(problem(Problem::invalid, {}, std::move(wrong)));
  return ask;
}

SimulationJson simulation_json(const agreement::Simulation& found) {
  using agreement::Line;
  SimulationJson json{.parts = {},
                      .covered = found.covered,
                      .extra = found.extra,
                      .amount = decimal(agreement::Money{found.price, found.currency}),
                      .currency = std::string(found.currency.code())};
  for (const auto& line : found.lines) {
    PartJson part{.outcome = line.outcome == Line::Outcome::allowance ? "allowance"
                             : line.outcome == Line::Outcome::held    ? "held"
                                                                      : "charged",
                  .minutes = line.minutes,
                  .why = desk::line_words(line, found.grants),
                  .amount = {}};
    if (line.price) part.amount = decimal(*line.price);
    json.parts.push_back(std::move(part));
  }
  return json;
}

Answer simulate(Api& api, const desk::Caller&, const Request& request) {
  const auto ask = simulation_in(request);
  if (!ask) return ask.error();
  return of_client(
      api, request,
      [ask = *ask, now = request.now](auto& session, const auto& catalogue, const auto& client) -> Answer {
        const Date today = catalogue.zone_of(client.id).date(now);
        const auto* version = agreement::version_at(catalogue.agreement(client.id), today);
        if (!version) return problem(Problem::not_found, "Nothing is agreed with this client today.");
        if (version->terms.kind(ask.kind).name != ask.kind)
          return problem(Problem::invalid, {}, {{"kind", "The agreement does not know this kind of work."}});
        auto books = desk::read_books_of_today(session, catalogue, client.id, now);
        // Of a request that has no approvals.
        const agreement::Entry more{.tier = ask.tier,
                                    .kind = ask.kind,
                                    .on = today,
                                    .inside = ask.outside ? 0 : ask.minutes,
                                    .outside = ask.outside ? ask.minutes : 0};
        return json_reply(
            200, simulation_json(agreement::simulate(books.versions, std::move(books.entries),
                                                     books.approvals, books.missed, {more}, books.before)));
      });
}

}  // namespace

std::vector<Route> agreement_routes(Api& api) {
  using desk::Action;
  return {
      staff_route(api, Method::get, "/api/v1/agreements", Body::none, Action::read_agreements,
                  list_agreements),
      staff_route(api, Method::get, "/api/v1/clients/{client}/agreement", Body::none, Action::read_agreements,
                  get_agreement),
      staff_route(api, Method::get, "/api/v1/clients/{client}/balance", Body::none, Action::read_tickets,
                  get_balance),
      staff_route(api, Method::get, "/api/v1/clients/{client}/agreement/simulation", Body::none,
                  Action::read_tickets, simulate),
  };
}

}  // namespace punctual::web
