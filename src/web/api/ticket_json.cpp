#include "web/api/ticket_json.h"

#include "desk/access/actions.h"
#include "desk/access/private_link.h"
#include "store/journal_events.h"

namespace punctual::web {

namespace {

template <class Entity>
json::Nullable<std::int64_t> id_or_null(Id<Entity> id) {
  return id ? json::Nullable<std::int64_t>(id.value) : json::Nullable<std::int64_t>();
}

json::Nullable<std::string> text_or_null(const std::string& text) {
  return text.empty() ? json::Nullable<std::string>() : json::Nullable<std::string>(text);
}

constexpr Verb staff_verbs[] = {Verb::triage,   Verb::reply,  Verb::note,          Verb::wait,  Verb::resume,
                                Verb::resolve,  Verb::reopen, Verb::spam,          Verb::merge, Verb::link,
                                Verb::estimate, Verb::redact, Verb::redact_contact};

RelatedJson related_json(const desk::TicketView& view, TicketId id) {
  const auto* row = view.find_related(id);
  if (!row) return {desk::ref_of(id), {}, {}};
  return {desk::ref_of(id), row->summary, std::string(to_text(row->status))};
}

void add_relations(TicketJson& json, const desk::TicketView& view) {
  for (const Link& link : view.ticket.links)
    json.links.push_back(
        {boost::describe::enum_to_string(link.relation, ""), related_json(view, link.other)});
  if (view.ticket.merged_into) json.merged_into = related_json(view, view.ticket.merged_into);
  for (const auto& absorbed : view.absorbed) json.merged.push_back(related_json(view, absorbed.id));
}

}  // namespace

TicketSummaryJson summary_json(const store::TicketRow& row, const desk::Catalogue& catalogue, Instant now) {
  TicketSummaryJson json{
      .ref = desk::ref_of(row.id),
      .version = row.version,
      .status = std::string(to_text(row.status)),
      .tier = row.tier,
      .provisional_tier = row.provisional_tier,
      .impact = row.impact,
      .summary = row.summary,
      .site = row.site,
      .contact_name = row.contact_name,
      .client = named_client(catalogue, row.client.value_or(ClientId{})),
      .pod = named_pod(catalogue, row.pod.value_or(PodId{})),
      .assignee = named_person(catalogue, row.assignee.value_or(PersonId{})),
      .submitted_at = row.submitted_at,
      .last_event = {row.last_event, row.last_at,
                     desk::name_of(row.last_actor, catalogue, row.last_contact.value_or(row.contact_name))},
      .next_due = {}};
  if (row.due_clock && row.due_total) {
    NextDue next{.total = *row.due_total};
    boost::describe::enum_from_string(row.due_clock->c_str(), next.clock);
    if (row.next_due != store::never_due) next.due = Instant{Seconds{row.next_due}};
    json.next_due = next_due_json(
        next, catalogue.promises().at(row.policy).of(row.judged_tier(), row.submitted).calendar, now);
  }
  return json;
}

TicketJson ticket_json(const desk::Desk& desk, const desk::TicketView& view, const desk::Caller& caller,
                       Instant now) {
  const desk::Catalogue& catalogue = *view.catalogue;
  const TicketState& ticket = view.ticket;
  const event::Submitted& request = ticket.request;
  TicketJson json{
      .as_of = now,
      .ref = desk::ref_of(view.id),
      .version = ticket.version,
      .status = std::string(to_text(ticket.status)),
      .tier = ticket.tier,
      .provisional_tier = ticket.provisional_tier,
      .impact = std::string(to_text(request.impact)),
      .live = request.live,
      .summary = summary_of(request.description),
      .description = request.description,
      .site = request.site,
      .page = text_or_null(request.page),
      .cc = request.cc,
      .source = boost::describe::enum_to_string(request.source, ""),
      .contact = {id_or_null(request.contact), request.contact_name, request.contact_email,
                  text_or_null(request.company), request.verified},
      .client = named_client(catalogue, request.client),
      .pod = named_pod(catalogue, ticket.pod),
      .assignee = named_person(catalogue, ticket.assignee),
      .url = desk::private_url(desk, view.id, view.link_generation),
      .submitted_at = ticket.submitted_at,
      .resolved_at = ticket.resolved_at,
      .links = {},
      .merged_into = {},
      .merged = {},
      .rating = {},
      .expectation = {},
      .promises = promises_json(view.standing, view.terms()),
      .next_due = next_due_json(view.standing.next_due, view.terms().in_force().calendar, now),
      .clocks = clocks_json(view.standing, view.terms()),
      .timeline = timeline_json(view),
      .allowed = {},
  };
  add_relations(json, view);
  if (ticket.rating)
    json.rating = RatingJson{boost::describe::enum_to_string(ticket.rating->rated.rating, ""),
                             text_or_null(ticket.rating->rated.comment), ticket.rating->at};
  if (ticket.expectation) json.expectation = expectation_json(catalogue, *ticket.expectation);
  for (const Verb verb : staff_verbs)
    if (after(ticket.status, verb) && desk::may(caller.role, desk::action_of(verb)))
      json.allowed.emplace_back(to_text(verb));
  return json;
}

}  // namespace punctual::web
