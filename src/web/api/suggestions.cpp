#include "desk/rota/suggestions.h"

#include "domain/people/suggestion_sentences.h"
#include "web/api/api.h"
#include "web/api/people_json.h"

namespace punctual::web {

namespace {

struct ReasonJson {
  std::string side;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(ReasonJson, (), (side, text))

struct SuggestionJson {
  NamedJson person;
  bool eligible = false;
  std::vector<ReasonJson> reasons;
};
BOOST_DESCRIBE_STRUCT(SuggestionJson, (), (person, eligible, reasons))

struct EscalationJson {
  json::Nullable<NamedJson> person;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(EscalationJson, (), (person, text))

struct SuggestionsJson {
  Instant until{};
  std::vector<SuggestionJson> candidates;
  json::Nullable<EscalationJson> escalates_to;
};
BOOST_DESCRIBE_STRUCT(SuggestionsJson, (), (until, candidates, escalates_to))

std::string side_name(people::Reason::Side side) {
  switch (side) {
    case people::Reason::Side::speaks_for:
      return "for";
    case people::Reason::Side::speaks_against:
      return "against";
    case people::Reason::Side::rules_out:
      break;
  }
  return "rules_out";
}

Answer get_suggestions(Api& api, const desk::Caller&, const Request& request) {
  auto& session = api.desk.reader();
  const store::Snapshot snapshot(session);
  const auto id = desk::ticket_of(request.parameter("ref"));
  const auto ticket = id ? store::find_ticket(session, *id) : std::nullopt;
  if (!ticket) return problem(Problem::not_found);
  const auto catalogue = api.desk.catalogue();
  const auto found = desk::suggestions_for(*catalogue, session, *ticket, request.now);
  SuggestionsJson json{.until = found.until, .candidates = {}, .escalates_to = {}};
  for (const auto& suggestion : found.candidates) {
    SuggestionJson one{
        {suggestion.person.value, catalogue->person(suggestion.person)->name}, suggestion.eligible, {}};
    auto sentences = people::suggestion_sentences(suggestion, catalogue->zone());
    for (std::size_t i = 0; i < sentences.size(); ++i)
      one.reasons.push_back(
          {side_name(people::side_of(suggestion.reasons[i].kind)), std::move(sentences[i])});
    json.candidates.push_back(std::move(one));
  }
  if (found.escalates_to) {
    const auto* person = catalogue->person(found.escalates_to->person);
    json.escalates_to =
        EscalationJson{named_person(*catalogue, found.escalates_to->person),
                       people::escalation_sentence(found, catalogue->zone(), person ? person->name : "")};
  }
  return json_reply(200, json);
}

}  // namespace

std::vector<Route> suggestion_routes(Api& api) {
  return {staff_route(api, Method::get, "/api/v1/tickets/{ref}/suggestions", Body::none,
                      desk::Action::read_tickets, get_suggestions)};
}

}  // namespace punctual::web
