#include "web/live/events.h"

#include <algorithm>
#include <boost/describe.hpp>
#include <charconv>

#include "desk/access/private_link.h"
#include "store/journal.h"

namespace punctual::web {

namespace {

struct TicketChangedJson {
  std::string ref;
  std::int64_t version = 0;
  std::string type;
  Instant at{};
};
BOOST_DESCRIBE_STRUCT(TicketChangedJson, (), (ref, version, type, at))

constexpr int most_at_once = 200;

std::optional<std::int64_t> integer(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size() || value < 0)
    return std::nullopt;
  return value;
}

/// Where to go on: the id the browser last saw, or the query's cursor; otherwise from now on.
std::int64_t start_of(const Request& request, store::Session& session) {
  if (const auto last = integer(request.header("last-event-id"))) return *last;
  if (const auto cursor = integer(request.query_parameter("cursor").value_or(""))) return *cursor;
  return store::last_journal_id(session);
}

void append_event(std::string& out, std::int64_t id, std::string_view name, std::string_view data) {
  out += "id: " + std::to_string(id) + "\nevent: ";
  out += name;
  out += "\ndata: ";
  out += data;
  out += "\n\n";
}

/// What changes the client's page. Nothing else is told of, whatever kinds of events may come.
constexpr std::string_view public_types[] = {
    "submitted", "triaged",  "replied",     "client_replied", "waiting",          "resumed",
    "resolved",  "reopened", "marked_spam", "linked",         "merged",           "absorbed",
    "rated",     "redacted", "handed_over", "estimated",      "estimate_decided", "estimate_withdrawn"};

Answer staff_events(Api& api, const desk::Caller&, const Request& request) {
  if (const auto cursor = request.query_parameter("cursor"); cursor && !cursor->empty() && !integer(*cursor))
    return problem(Problem::invalid, {}, {{"cursor", "must be the id of an event"}});
  // The stream outlives the request; so that revoked access ends, it asks again as the same request would.
  auto asked = std::make_shared<Request>(request);
  return EventStream{
      std::to_string(start_of(request, api.desk.reader())),
      [&api, asked](std::string& cursor) -> std::optional<std::string> {
        asked->now = api.now();
        if (!admit(api, *asked, desk::Action::read_tickets)) return std::nullopt;
        auto& session = api.desk.reader();
        std::string out;
        for (const auto& row : store::journal_after(session, *integer(cursor), {}, most_at_once)) {
          const TicketChangedJson changed{desk::ref_of({row.subject_id}), row.seq, row.type, row.at};
          append_event(out, row.id, "ticket", json::to_json(changed));
          cursor = std::to_string(row.id);
        }
        return out;
      }};
}

/// Says only that there is something new to show; never what, and nothing of internal notes.
Answer private_events(Api& api, const Request& request) {
  if (!api.ready) return problem(Problem::not_ready);
  auto& session = api.desk.reader();
  const std::string token(request.parameter("token"));
  const auto ticket = desk::ticket_of_private_token(api.desk, session, token);
  if (!ticket) return problem(Problem::not_found);
  return EventStream{
      std::to_string(start_of(request, session)),
      [&api, token](std::string& cursor) -> std::optional<std::string> {
        auto& rows = api.desk.reader();
        const auto shown = desk::ticket_of_private_token(api.desk, rows, token);
        if (!shown) return std::nullopt;
        std::string out;
        for (const auto& row : store::journal_after(rows, *integer(cursor), *shown, most_at_once)) {
          cursor = std::to_string(row.id);
          if (std::ranges::find(public_types, row.type) != std::end(public_types))
            append_event(out, row.id, "changed", "{}");
        }
        return out;
      }};
}

}  // namespace

std::vector<Route> live_routes(Api& api) {
  return {
      staff_route(api, Method::get, "/api/v1/events", Body::none, desk::Action::read_tickets, staff_events),
      open_route(api, Method::get, "/r/{token}/events", Body::none, private_events),
  };
}

}  // namespace punctual::web
