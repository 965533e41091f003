#include "desk/commands/change.h"
#include "desk/text/markdown.h"
#include "domain/agreement/currency.h"
#include "store/journal.h"
#include "store/journal_events.h"
#include "web/api/api.h"
#include "web/api/new_estimate.h"
#include "web/api/person_reply.h"
#include "web/api/ticket_change.h"

// A ticket's estimates, which go out with replies, what one would cost, and taking one back.
namespace punctual::web {

namespace {

struct EstimateJson {
  int number = 0;
  std::int64_t seq = 0;
  std::string state;
  std::vector<EstimateLine> lines;
  std::string plan;
  std::string plan_html;
  std::int64_t covered = 0;
  std::int64_t extra = 0;
  std::string amount;
  std::string currency;
  Instant sent_at{};
  Instant expires_at{};
  json::Nullable<Instant> decided_at;
  std::string decided_by;
  std::string digest;
};
BOOST_DESCRIBE_STRUCT(EstimateJson, (),
                      (number, seq, state, lines, plan, plan_html, covered, extra, amount, currency, sent_at,
                       expires_at, decided_at, decided_by, digest))

struct EstimatesJson {
  std::vector<EstimateJson> items;
};
BOOST_DESCRIBE_STRUCT(EstimatesJson, (), (items))

std::string state_of(const Estimate& estimate, Instant now) {
  if (estimate.outcome == EstimateOutcome::pending && estimate.has_expired(now)) return "expired";
  return std::string(to_text(estimate.outcome));
}

std::string amount_of(std::int64_t price, const std::string& code) {
  const auto currency = agreement::Currency::of(code);
  return currency ? decimal(agreement::Money{price, *currency}) : std::string();
}

EstimateJson estimate_json(const Estimate& estimate, const event::Estimated& sent, std::int64_t seq,
                           Instant now) {
  EstimateJson json{.number = estimate.number,
                    .seq = seq,
                    .state = state_of(estimate, now),
                    .lines = sent.lines,
                    .plan = sent.plan,
                    .plan_html = text::markdown_html(sent.plan),
                    .covered = sent.covered,
                    .extra = sent.extra,
                    .amount = amount_of(sent.price, sent.currency),
                    .currency = sent.currency,
                    .sent_at = estimate.sent_at,
                    .expires_at = estimate.expires_at,
                    .decided_at = {},
                    .decided_by = estimate.decided_by,
                    .digest = estimate.digest};
  if (estimate.decided_at) json.decided_at = *estimate.decided_at;
  return json;
}

Answer list(Api& api, const desk::Caller&, const Request& request) {
  const auto ticket = named_ticket(request);
  if (!ticket) return ticket.error();
  auto& session = api.desk.reader();
  const store::Snapshot snapshot(session);
  const auto journal = store::read_journal(session, *ticket);
  if (journal.empty()) return problem(Problem::not_found, "No ticket has this reference.");
  const auto state = fold(journal);
  EstimatesJson json;
  for (const auto& recorded : journal)
    if (const auto* sent = std::get_if<event::Estimated>(&recorded.event))
      json.items.push_back(
          estimate_json(*state.find_estimate(sent->number), *sent, recorded.seq, request.now));
  return json_reply(200, json);
}

struct PriceJson {
  std::int64_t covered = 0;
  std::int64_t extra = 0;
  std::string amount;
  std::string currency;
};
BOOST_DESCRIBE_STRUCT(PriceJson, (), (covered, extra, amount, currency))

/// Nothing is written or sent. What a client has worked is counted from its beginning.
Answer price(Api& api, const desk::Caller&, const Request& request) {
  auto body = read_body<NewEstimateJson>(request);
  if (!body) return body.error();
  return Slow{[&api, &request, body = *std::move(body)]() -> Answer {
    const auto offer = offered(api, body, request);
    if (!offer) return offer.error();
    return json_reply(200, PriceJson{offer->covered, offer->extra, amount_of(offer->price, offer->currency),
                                     offer->currency});
  }};
}

Answer withdraw(Api& api, const desk::Caller& caller, const Request& request) {
  const auto ticket = named_ticket(request);
  if (!ticket) return ticket.error();
  const auto version = expected_version(request);
  if (!version) return version.error();
  const auto number = static_cast<int>(id_of(request.parameter("number")).value_or(0));
  return run_work(api, caller, request.now,
                  {*ticket, 200,
                   [&api, id = *ticket, version = *version, number, by = Actor::person(caller.id),
                    now = request.now](store::Session& session) {
                     return desk::change(api.desk, session, id, version, command::WithdrawEstimate{number},
                                         by, now);
                   }});
}

}  // namespace

std::vector<Route> estimate_routes(Api& api) {
  return {
      staff_route(api, Method::get, "/api/v1/tickets/{ref}/estimates", Body::none, desk::Action::read_tickets,
                  list),
      staff_route(api, Method::post, "/api/v1/tickets/{ref}/estimates/price", Body::json,
                  desk::action_of(Verb::estimate), price),
      staff_route(api, Method::post, "/api/v1/tickets/{ref}/estimates/{number}/withdrawal", Body::none,
                  desk::action_of(Verb::estimate), withdraw),
  };
}

}  // namespace punctual::web
