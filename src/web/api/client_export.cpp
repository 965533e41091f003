#include "web/api/client_export.h"

#include <charconv>

#include "desk/agreements/statement.h"
#include "desk/configuration/agreement_fields.h"
#include "desk/queries/conversation.h"
#include "domain/agreement/currency.h"
#include "domain/time/rfc3339.h"
#include "store/journal_events.h"
#include "store/statements.h"
#include "store/tickets.h"
#include "store/time_entries.h"
#include "web/api/api.h"

namespace punctual::web {

namespace {

/// A page's memory is bounded by what that many conversations may hold.
constexpr int tickets_a_page = 20;

struct PageJson {
  Instant as_of{};
  ExportedClientJson client;
  std::vector<ExportedTicketJson> tickets;
  json::Nullable<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(PageJson, (), (as_of, client, tickets, next_cursor))

std::optional<std::int64_t> number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size() || value < 0)
    return std::nullopt;
  return value;
}

json::Nullable<std::string> text_or_null(const std::string& text) {
  return text.empty() ? json::Nullable<std::string>() : json::Nullable<std::string>(text);
}

Answer export_page(Api& api, ClientId client, TicketId after, Instant now) {
  auto& session = api.desk.reader();
  const store::Snapshot snapshot(session);
  const auto catalogue = api.desk.catalogue();
  const auto* row = catalogue->client(client);
  if (!row) return problem(Problem::not_found, "No client has this id.");
  PageJson page{
      .as_of = now, .client = exported_client(session, *catalogue, *row), .tickets = {}, .next_cursor = {}};
  const auto ids = store::tickets_of_client(session, client, after, tickets_a_page);
  for (const TicketId id : ids)
    if (auto ticket = exported_ticket(api.desk, session, id, now)) page.tickets.push_back(std::move(*ticket));
  if (ids.size() == tickets_a_page) page.next_cursor = std::to_string(ids.back().value);
  return json_reply(200, page);
}

Answer get_export(Api& api, const desk::Caller&, const Request& request) {
  const auto client = number(request.parameter("client"));
  if (!client) return problem(Problem::not_found, "No client has this id.");
  const auto cursor = request.query_parameter("cursor").value_or("0");
  const auto after = number(cursor);
  if (!after)
    return problem(Problem::invalid, {}, {{"cursor", "must be the next_cursor of the page before"}});
  return Slow{[&api, client = ClientId{*client}, after = TicketId{*after}, now = request.now] {
    return export_page(api, client, after, now);
  }};
}

}  // namespace

ExportedClientJson exported_client(store::Session& session, const desk::Catalogue& catalogue,
                                   const store::ClientRow& client) {
  ExportedClientJson json{.id = client.id.value,
                          .name = client.name,
                          .policy = client.policy,
                          .time_zone = catalogue.zone_of(client.id).name(),
                          .contacts = {},
                          .agreement = {},
                          .statements = {}};
  for (const auto& contact : store::read_contacts(session))
    if (contact.client == client.id) json.contacts.push_back({contact.name, contact.email});
  for (const auto& version : catalogue.agreement(client.id)) {
    auto& terms = json.agreement.emplace_back(ExportedTermsJson{format_date(version.terms.from), {}}).terms;
    for (auto& [label, value] : desk::terms_words(version))
      terms.push_back({std::move(label), std::move(value)});
  }
  for (const auto& row : store::read_statements(session, client.id, {}, -1))
    json.statements.push_back(
        {row.number, desk::month_text(row.month), row.issued_at, row.corrects.has_value()});
  return json;
}

namespace {

void add_estimates(const desk::TicketView& view, ExportedTicketJson& json) {
  for (const Recorded& recorded : view.journal) {
    const auto* sent = std::get_if<event::Estimated>(&recorded.event);
    if (!sent) continue;
    const auto& estimate = *view.ticket.find_estimate(sent->number);
    const auto currency = agreement::Currency::of(sent->currency);
    auto& one = json.estimates.emplace_back(ExportedEstimateJson{
        .number = sent->number,
        .sent_at = recorded.at,
        .plan = sent->plan,
        .lines = {},
        .covered = sent->covered,
        .extra = sent->extra,
        .price = currency ? in_words(agreement::Money{sent->price, *currency}) : std::string(),
        .state = std::string(to_text(estimate.outcome)),
        .decided_at = {},
        .decided_by = estimate.decided_by});
    for (const auto& line : sent->lines) one.lines.push_back({line.text, line.kind, line.minutes});
    if (estimate.decided_at) one.decided_at = *estimate.decided_at;
  }
}

void add_work(store::Session& session, const desk::Catalogue& catalogue, TicketId id,
              ExportedTicketJson& json) {
  for (const auto& row : store::time_entries_of(session, id)) {
    const auto* person = catalogue.person(row.person);
    json.work.push_back({format_date(row.on), person ? person->name : std::string(), row.kind, row.minutes(),
                         row.outside, row.note, row.courtesy});
  }
}

}  // namespace

std::optional<ExportedTicketJson> exported_ticket(const desk::Desk& desk, store::Session& session,
                                                  TicketId id, Instant now) {
  const auto view = desk::view_ticket(desk, session, id, now);
  if (!view) return std::nullopt;
  const TicketState& ticket = view->ticket;
  const event::Submitted& request = ticket.request;
  ExportedTicketJson json{.ref = desk::ref_of(id),
                          .status = std::string(to_text(ticket.status)),
                          .tier = ticket.tier,
                          .impact = std::string(to_text(request.impact)),
                          .live = request.live,
                          .site = request.site,
                          .page = text_or_null(request.page),
                          .contact = {request.contact_name, request.contact_email},
                          .cc = request.cc,
                          .submitted_at = ticket.submitted_at,
                          .first_replied_at = ticket.first_replied_at,
                          .resolved_at = ticket.resolved_at,
                          .assignee = {},
                          .merged_into = {},
                          .rating = {},
                          .messages = {},
                          .estimates = {},
                          .work = {}};
  if (const auto* assignee = view->catalogue->person(ticket.assignee)) json.assignee = assignee->name;
  if (ticket.merged_into) json.merged_into = desk::ref_of(ticket.merged_into);
  if (ticket.rating)
    json.rating = RatingJson{boost::describe::enum_to_string(ticket.rating->rated.rating, ""),
                             text_or_null(ticket.rating->rated.comment), ticket.rating->at};
  for (const auto& said : desk::own_messages(*view)) {
    ExportedMessageJson message{
        said.seq,    said.at, said.from == desk::PublicMessage::From::client ? "client" : "desk",
        said.author, {},      said.body_markdown,
        {}};
    if (said.via) message.via = desk::ref_of(*said.via);
    for (const auto& file : said.files) message.attachments.push_back({file.id, file.name, file.size});
    json.messages.push_back(std::move(message));
  }
  add_estimates(*view, json);
  add_work(session, *view->catalogue, id, json);
  return json;
}

std::vector<Route> client_export_routes(Api& api) {
  return {staff_route(api, Method::get, "/api/v1/clients/{client}/export", Body::none,
                      desk::Action::export_client, get_export)};
}

}  // namespace punctual::web
