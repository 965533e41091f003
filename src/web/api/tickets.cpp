#include <charconv>

#include "desk/access/private_link.h"
#include "desk/commands/submit.h"
#include "store/access.h"
#include "store/journal_events.h"
#include "store/ticket_queue.h"
#include "web/api/api.h"
#include "web/api/idempotency.h"
#include "web/api/ticket_json.h"

namespace punctual::web {

namespace {

struct NewContactJson {
  std::string name;
  std::string email;
  std::optional<std::string> company;
};
BOOST_DESCRIBE_STRUCT(NewContactJson, (), (name, email, company))

struct NewTicketJson {
  NewContactJson contact;
  std::string site;
  std::optional<std::string> page;
  std::optional<bool> live;
  std::string description;
  Impact impact{};
};
BOOST_DESCRIBE_STRUCT(NewTicketJson, (), (contact, site, page, live, description, impact))

struct ReceivedJson {
  std::string ref;
  std::string url;
  std::string status;
  int provisional_tier = 4;
  Instant submitted_at{};
  PromisesJson promises;
};
BOOST_DESCRIBE_STRUCT(ReceivedJson, (), (ref, url, status, provisional_tier, submitted_at, promises))

desk::NewRequest request_of(NewTicketJson&& body, Source source) {
  return {.name = std::move(body.contact.name),
          .email = std::move(body.contact.email),
          .company = std::move(body.contact.company).value_or(""),
          .site = std::move(body.site),
          .page = std::move(body.page).value_or(""),
          .live = body.live,
          .description = std::move(body.description),
          .impact = body.impact,
          .source = source};
}

/// The form's field names as the API has them.
std::string api_field(const std::string& field) {
  const bool of_contact = field == "name" || field == "email" || field == "company";
  return of_contact ? "contact." + field : field;
}

Reply received(const Api& api, const desk::SubmittedTicket& submitted) {
  const auto catalogue = api.desk.catalogue();
  const TicketTerms terms(submitted.ticket, catalogue->promises());
  Reply reply =
      json_reply(201, ReceivedJson{desk::ref_of(submitted.id), desk::private_url(api.desk, submitted.id, 1),
                                   "new", submitted.ticket.provisional_tier, submitted.ticket.submitted_at,
                                   promises_json(submitted.standing, terms)});
  reply.headers.emplace_back("ETag", etag_of(1));
  reply.headers.emplace_back("Location", "/api/v1/tickets/" + desk::ref_of(submitted.id));
  return reply;
}

struct Intake {
  desk::NewRequest request;
  std::optional<IdempotencyKey> key;
  std::optional<desk::SubmittedTicket> result;
  bool key_reused = false;
};

Answer create_ticket(Api& api, const desk::Caller& caller, const Request& request) {
  auto key = idempotency_key(api.desk, request, caller);
  if (!key) return key.error();
  auto body = read_body<NewTicketJson>(request);
  if (!body) return body.error();
  auto intake = std::make_shared<Intake>();
  intake->request = request_of(std::move(*body), caller.session ? Source::staff : Source::api);
  intake->key = std::move(*key);
  if (const auto problems = desk::problems_of(intake->request); !problems.empty()) {
    std::vector<ProblemField> fields;
    for (const auto& wrong : problems) fields.push_back({api_field(wrong.field), wrong.detail});
    return problem(Problem::invalid, {}, std::move(fields));
  }
  return Write{[&api, intake, by = Actor::person(caller.id), now = request.now](store::Session& session) {
                 if (intake->key) {
                   const auto given = find_given(session, *intake->key);
                   intake->key_reused = given && !given->same_body;
                   if (given && given->same_body)
                     intake->result = desk::as_submitted(api.desk, session, given->ticket);
                   if (given) return store::Keep::discard;
                 }
                 intake->result = desk::submit(api.desk, session, intake->request, by, now);
                 if (intake->key) remember(session, *intake->key, intake->result->id, now);
                 return store::Keep::commit;
               },
               [&api, intake](store::Written) {
                 if (intake->key_reused) return problem(Problem::key_reused);
                 return received(api, *intake->result);
               }};
}

struct PageJson {
  Instant as_of{};
  std::vector<TicketSummaryJson> items;
  json::Nullable<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(PageJson, (), (as_of, items, next_cursor))

std::optional<std::int64_t> integer(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size() || value < 0)
    return std::nullopt;
  return value;
}

struct ListQuery {
  store::QueueFilter filter;
  std::optional<store::QueueCursor> cursor;
  int limit = 50;
  std::string search;
  std::vector<ProblemField> problems;
};

ListQuery list_query(const Request& request, PersonId me) {
  ListQuery query;
  const auto parameter = [&](std::string_view name) { return request.query_parameter(name); };
  if (const auto state = parameter("state"); state && *state != "active") {
    using State = store::QueueFilter::State;
    query.filter.state = *state == "all" ? State::all : State::one_status;
    if (const auto status = status_from(*state))
      query.filter.status = *status;
    else if (*state != "all")
      query.problems.push_back(
          {"state", "must be active, all, new, open, waiting, resolved, spam or merged"});
  }
  if (const auto assignee = parameter("assignee"); assignee && !assignee->empty()) {
    if (*assignee == "me")
      query.filter.assignee = me;
    else if (*assignee == "none")
      query.filter.assignee = PersonId{};
    else if (const auto id = integer(*assignee); id && *id > 0)
      query.filter.assignee = PersonId{*id};
    else
      query.problems.push_back({"assignee", "must be a person's id, me or none"});
  }
  if (const auto client = parameter("client"); client && !client->empty()) {
    if (const auto id = integer(*client))
      query.filter.client = ClientId{*id};
    else
      query.problems.push_back({"client", "must be a client's id"});
  }
  if (const auto limit = parameter("limit")) {
    const auto count = integer(*limit);
    if (count && *count >= 1 && *count <= 200)
      query.limit = static_cast<int>(*count);
    else
      query.problems.push_back({"limit", "must be a whole number from 1 to 200"});
  }
  if (const auto cursor = parameter("cursor"); cursor && !cursor->empty()) {
    const auto dot = cursor->find('.');
    const auto due = integer(std::string_view(*cursor).substr(0, dot));
    const auto id =
        dot == std::string::npos ? std::nullopt : integer(std::string_view(*cursor).substr(dot + 1));
    if (due && id)
      query.cursor = store::QueueCursor{*due, *id};
    else
      query.problems.push_back({"cursor", "must be the next_cursor of the page before"});
  }
  query.search = parameter("q").value_or("");
  if (query.search.size() > 200) query.problems.push_back({"q", "must have at most 200 characters"});
  return query;
}

std::vector<store::TicketRow> found(store::Session& session, const std::string& search, int limit) {
  if (const auto id = desk::ticket_of(search)) {
    const auto row = store::find_ticket(session, *id);
    return row ? std::vector{*row} : std::vector<store::TicketRow>{};
  }
  return store::search_tickets(session, search, limit);
}

Answer list_tickets(Api& api, const desk::Caller& caller, const Request& request) {
  auto query = list_query(request, caller.id);
  if (!query.problems.empty()) return problem(Problem::invalid, {}, std::move(query.problems));
  auto& session = api.desk.reader();
  const store::Snapshot snapshot(session);
  PageJson json{.as_of = request.now, .items = {}, .next_cursor = {}};
  const bool blank = query.search.find_first_not_of(" \t") == std::string::npos;
  auto page = blank ? store::read_queue(session, query.filter, query.cursor, query.limit)
                    : store::QueuePage{found(session, query.search, query.limit), {}};
  const auto catalogue = api.desk.catalogue();  // not before the rows: it knows every version they name
  for (const auto& row : page.rows) json.items.push_back(summary_json(row, *catalogue, request.now));
  if (page.next) json.next_cursor = std::to_string(page.next->next_due) + "." + std::to_string(page.next->id);
  return json_reply(200, json);
}

Answer ticket_counts(Api& api, const desk::Caller& caller, const Request&) {
  const auto counts = store::read_counts(api.desk.reader());
  const auto of = [&](const std::string& view) {
    const auto found = counts.find(view);
    return std::to_string(found == counts.end() ? 0 : found->second);
  };
  // "new" is no name a member can have.
  return Reply{.status = 200,
               .content_type = "application/json",
               .body = "{\"new\":" + of("status:new") + ",\"open\":" + of("status:open") +
                       ",\"waiting\":" + of("status:waiting") + ",\"resolved\":" + of("status:resolved") +
                       ",\"spam\":" + of("status:spam") +
                       ",\"mine\":" + of("assignee:" + std::to_string(caller.id.value)) +
                       ",\"unassigned\":" + of("assignee:0") + "}"};
}

}  // namespace

std::vector<Route> ticket_routes(Api& api) {
  return {
      staff_route(api, Method::get, "/api/v1/tickets", Body::none, desk::Action::read_tickets, list_tickets),
      staff_route(api, Method::post, "/api/v1/tickets", Body::json, desk::Action::create_ticket,
                  create_ticket),
      staff_route(api, Method::get, "/api/v1/ticket-counts", Body::none, desk::Action::read_tickets,
                  ticket_counts),
  };
}

}  // namespace punctual::web
