#include "web/api/rota_look.h"

#include "web/api/rota_json.h"

namespace punctual::web {

namespace {

struct OpeningJson {
  json::Nullable<NamedJson> pod;
  RecurringGapJson gap;
  std::vector<DueTicketJson> tickets;
  std::vector<NamedJson> could_cover;
};
BOOST_DESCRIBE_STRUCT(OpeningJson, (), (pod, gap, tickets, could_cover))

struct LookJson {
  std::vector<OpeningJson> opens;
  std::int64_t more = 0;
  json::Nullable<std::string> seen;
};
BOOST_DESCRIBE_STRUCT(LookJson, (), (opens, more, seen))

}  // namespace

Reply look_reply(Api& api, const desk::RotaLook& look) {
  auto& session = api.desk.reader();
  const auto& catalogue = *look.catalogue;
  LookJson json{.opens = {}, .more = look.view.more, .seen = {}};
  if (!look.view.seen.empty()) json.seen = look.view.seen;
  for (const auto& opening : look.view.opens) {
    OpeningJson one{.pod = named_pod(catalogue, opening.pod),
                    .gap = recurring_gap_json(catalogue, opening.gap, opening.needed),
                    .tickets = {},
                    .could_cover = {}};
    for (const TicketId id : opening.tickets)
      if (auto ticket = due_ticket_json(catalogue, session, id)) one.tickets.push_back(*std::move(ticket));
    for (const PersonId id : opening.could_cover)
      if (const auto* person = catalogue.person(id)) one.could_cover.push_back({id.value, person->name});
    json.opens.push_back(std::move(one));
  }
  return json_reply(200, json);
}

}  // namespace punctual::web
