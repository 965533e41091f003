#include "store/blobs.h"
#include "store/journal.h"
#include "web/api/api.h"
#include "web/api/attachment_reply.h"
#include "web/api/ticket_json.h"

namespace punctual::web {

namespace {

struct JournalEntryJson {
  std::int64_t seq = 0;
  std::string type;
  int type_version = 1;
  Instant at{};
  std::string actor;
  json::Nullable<json::Raw> data;
  std::string hash;
};
BOOST_DESCRIBE_STRUCT(JournalEntryJson, (), (seq, type, type_version, at, actor, data, hash))

struct JournalJson {
  std::vector<JournalEntryJson> items;
};
BOOST_DESCRIBE_STRUCT(JournalJson, (), (items))

Reply unknown() {
  return problem(Problem::not_found, "No ticket has this reference.");
}

/// Finds and views the ticket, all of it from one state of the database.
template <class Render>
Answer with_ticket(Api& api, const Request& request, Render render) {
  const auto id = desk::ticket_of(request.parameter("ref"));
  if (!id) return unknown();
  auto& session = api.desk.reader();
  const store::Snapshot snapshot(session);
  const auto view = desk::view_ticket(api.desk, session, *id, request.now);
  if (!view) return unknown();
  return render(session, *view);
}

Answer get_ticket(Api& api, const desk::Caller& caller, const Request& request) {
  return with_ticket(api, request, [&](store::Session&, const desk::TicketView& view) {
    Reply reply = json_reply(200, ticket_json(api.desk, view, caller, request.now));
    reply.headers.emplace_back("ETag", etag_of(view.ticket.version));
    return reply;
  });
}

Answer get_clocks(Api& api, const desk::Caller&, const Request& request) {
  return with_ticket(api, request, [&](store::Session&, const desk::TicketView& view) {
    return json_reply(200, clocks_json(view.standing, view.terms()));
  });
}

Answer get_journal(Api& api, const desk::Caller&, const Request& request) {
  return with_ticket(api, request, [&](store::Session& session, const desk::TicketView& view) {
    JournalJson json;
    for (auto& row : store::read_journal_rows(session, view.id)) {
      JournalEntryJson entry{row.seq,
                             row.type,
                             row.type_version,
                             row.at,
                             std::string(store::to_text(row.actor.kind)) + ":" + std::to_string(row.actor.id),
                             {},
                             store::to_hex(store::view(row.hash))};
      if (row.content) entry.data = json::Raw{std::move(*row.content)};
      json.items.push_back(std::move(entry));
    }
    return json_reply(200, json);
  });
}

Answer get_attachment(Api& api, const desk::Caller&, const Request& request) {
  return with_ticket(api, request, [&](store::Session& session, const desk::TicketView& view) {
    return attachment_reply(api.desk, session, view.id, request.parameter("attachment"))
        .value_or(problem(Problem::not_found, "This ticket has no such attachment."));
  });
}

}  // namespace

std::vector<Route> ticket_read_routes(Api& api) {
  return {
      staff_route(api, Method::get, "/api/v1/tickets/{ref}", Body::none, desk::Action::read_tickets,
                  get_ticket),
      staff_route(api, Method::get, "/api/v1/tickets/{ref}/clocks", Body::none, desk::Action::read_tickets,
                  get_clocks),
      staff_route(api, Method::get, "/api/v1/tickets/{ref}/journal", Body::none, desk::Action::read_tickets,
                  get_journal),
      staff_route(api, Method::get, "/api/v1/tickets/{ref}/attachments/{attachment}", Body::none,
                  desk::Action::read_tickets, get_attachment),
  };
}

}  // namespace punctual::web
