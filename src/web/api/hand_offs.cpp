#include "desk/rota/hand_offs.h"

#include "desk/rota/hand_over.h"
#include "web/api/person_reply.h"
#include "web/api/rota_json.h"
#include "web/api/ticket_change.h"

namespace punctual::web {

namespace {

struct LeftTicketJson {
  DueTicketJson ticket;
  json::Nullable<NamedJson> suggested;
  std::string why;
  json::Nullable<NamedJson> escalates_to;
};
BOOST_DESCRIBE_STRUCT(LeftTicketJson, (), (ticket, suggested, why, escalates_to))

struct HandOffJson {
  NamedJson person;
  Instant leaves{};
  json::Nullable<Instant> returns;
  Instant told_at{};
  bool sudden = false;
  std::vector<LeftTicketJson> tickets;
  std::size_t more = 0;
};
BOOST_DESCRIBE_STRUCT(HandOffJson, (), (person, leaves, returns, told_at, sudden, tickets, more))

struct HandOffsJson {
  std::vector<HandOffJson> items;
};
BOOST_DESCRIBE_STRUCT(HandOffsJson, (), (items))

struct HandOffCountJson {
  std::size_t tickets = 0;
};
BOOST_DESCRIBE_STRUCT(HandOffCountJson, (), (tickets))

struct HandedOverJson {
  std::vector<std::string> warnings;
};
BOOST_DESCRIBE_STRUCT(HandedOverJson, (), (warnings))

struct HandOffToJson {
  PersonId to;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(HandOffToJson, (), (to, note))

constexpr std::size_t longest_note = 100'000;

LeftTicketJson left_ticket_json(const desk::Catalogue& catalogue, const desk::LeftTicket& left) {
  const auto& ticket = left.ticket;
  LeftTicketJson json{
      .ticket = {desk::ref_of(ticket.id), ticket.summary,
                 named_client(catalogue, ticket.client.value_or(ClientId{})),
                 named_person(catalogue, ticket.assignee.value_or(PersonId{})), left.due.first},
      .suggested = named_person(catalogue, left.suggested.value_or(PersonId{})),
      .why = left.why,
      .escalates_to = {}};
  if (const auto& to = left.suggestions.escalates_to) json.escalates_to = named_person(catalogue, to->person);
  return json;
}

HandOffJson hand_off_json(const desk::Catalogue& catalogue, const desk::HandOff& hand_off) {
  const auto& [leave, sudden] = hand_off.going;
  HandOffJson json{.person = *named_person(catalogue, hand_off.person),
                   .leaves = leave.leaves,
                   .returns = {},
                   .told_at = hand_off.told ? hand_off.told->told_at : people::told_at(leave),
                   .sudden = sudden,
                   .tickets = {},
                   .more = hand_off.more};
  if (leave.returns) json.returns = *leave.returns;
  for (const auto& left : hand_off.tickets) json.tickets.push_back(left_ticket_json(catalogue, left));
  return json;
}

/// `render(catalogue, session, seen)`, of those the caller sees: who goes is asked of everybody's hours.
template <class Render>
Slow of_those_seen(Api& api, const desk::Caller& caller, Render render) {
  return {[&api, caller, render]() -> Answer {
    auto& session = api.desk.reader();
    const store::Snapshot snapshot(session);
    const auto catalogue = api.desk.catalogue();
    const auto seen = [&](PersonId of) {
      return desk::may_see_hand_off(*catalogue, caller.id, caller.role, of);
    };
    return json_reply(200, render(*catalogue, session, seen));
  }};
}

Answer list_hand_offs(Api& api, const desk::Caller& caller, const Request& request) {
  return of_those_seen(api, caller, [now = request.now](const auto& catalogue, auto& session, auto seen) {
    HandOffsJson json;
    for (const auto& hand_off : desk::open_hand_offs(catalogue, session, now, seen))
      json.items.push_back(hand_off_json(catalogue, hand_off));
    return json;
  });
}

Answer count_hand_offs(Api& api, const desk::Caller& caller, const Request& request) {
  return of_those_seen(api, caller, [now = request.now](const auto& catalogue, auto& session, auto seen) {
    return HandOffCountJson{desk::count_left(catalogue, session, now, seen)};
  });
}

Answer hand_off_ticket(Api& api, const desk::Caller& caller, const Request& request) {
  const auto ticket = named_ticket(request);
  if (!ticket) return ticket.error();
  const PersonId from{id_of(request.parameter("person")).value_or(0)};
  const auto catalogue = api.desk.catalogue();
  if (!catalogue->person(from)) return problem(Problem::not_found, "There is no such person.");
  auto body = read_body<HandOffToJson>(request);
  if (!body) return body.error();
  auto note = std::move(body->note).value_or("");
  if (auto refusal = unfit("note", note, longest_note)) return *refusal;
  if (!desk::may_hand_over(*catalogue, caller.id, caller.role, from, body->to))
    return problem(Problem::not_allowed,
                   "It is somebody else's; take it over yourself, or ask the lead of their pod.");
  const auto done = std::make_shared<std::expected<desk::Changed, desk::NotChanged>>();
  desk::HandOverAsked asked{from, *ticket, body->to, std::move(note)};
  return Write{[&api, done, asked = std::move(asked), caller, now = request.now](store::Session& session) {
                 *done = desk::hand_over(api.desk, session, asked, caller.id, caller.role, now);
                 return *done ? store::Keep::commit : store::Keep::discard;
               },
               [done](store::Written) {
                 if (!*done) return refused_reply(done->error());
                 return json_reply(200, HandedOverJson{(*done)->warnings});
               }};
}

}  // namespace

std::vector<Route> hand_off_routes(Api& api) {
  return {
      staff_route(api, Method::get, "/api/v1/hand-offs", Body::none, desk::Action::read_rota, list_hand_offs),
      staff_route(api, Method::get, "/api/v1/hand-offs/count", Body::none, desk::Action::read_rota,
                  count_hand_offs),
      staff_route(api, Method::put, "/api/v1/hand-offs/{person}/tickets/{ref}", Body::json,
                  desk::Action::hand_over, hand_off_ticket),
  };
}

}  // namespace punctual::web
