#include "web/api/ticket_json.h"

#include "desk/access/actions.h"
#include "desk/access/private_link.h"
#include "desk/text/markdown.h"
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

ExpectationJson expectation_json(const desk::Catalogue& catalogue, const Expectation& expectation) {
  const auto assignee = named_person(catalogue, expectation.assignee);
  return {assignee ? *assignee : NamedJson{expectation.assignee.value, "Somebody who has left"},
          expectation.what_to_expect, expectation.next_step, expectation.next_update_by};
}

std::optional<std::vector<AttachmentJson>> attachments_json(const std::vector<AttachedFile>& files) {
  if (files.empty()) return std::nullopt;
  std::vector<AttachmentJson> json;
  for (const auto& file : files) json.push_back({file.id, file.name, file.size});
  return json;
}

/// What each event adds to its line of the timeline.
struct Fill {
  const desk::Catalogue& catalogue;
  TimelineEntryJson& entry;

  void message(const std::string& markdown) const {
    entry.body = markdown;
    entry.body_html = text::markdown_html(markdown);
  }
  void operator()(const event::Submitted& e) const {
    message(e.description);
    entry.attachments = attachments_json(e.attachments);
  }
  void operator()(const event::Triaged& e) const {
    entry.tier = e.tier;
    entry.pod = named_pod(catalogue, e.pod);
    entry.assignee = named_person(catalogue, e.assignee);
  }
  void operator()(const event::Replied& e) const {
    message(e.body);
    if (e.expectation) entry.expectation = expectation_json(catalogue, *e.expectation);
  }
  void operator()(const event::ClientReplied& e) const {
    message(e.body);
    entry.attachments = attachments_json(e.attachments);
  }
  void operator()(const event::Noted& e) const { message(e.body); }
  void operator()(const event::Resolved& e) const { message(e.message); }
  void operator()(const event::Warned& e) const {
    entry.clock = store::clock_name(e.clock);
    entry.stage_percent = e.stage_percent;
    entry.due = e.due;
  }
  void operator()(const event::Rejudged& e) const {
    const auto words = [&](PolicyId id) {
      const auto& policy = catalogue.policies().row(id);
      return policy.name + ", version " + std::to_string(policy.version);
    };
    entry.versions = VersionsJson{words(e.from), words(e.to)};
    entry.moved.emplace();
    for (const auto& due : e.moved)
      entry.moved->push_back({std::string(store::clock_name(due.clock)), due.before, due.after});
  }
  void operator()(const auto&) const {}
};

constexpr Verb staff_verbs[] = {Verb::triage, Verb::reply,   Verb::note,   Verb::wait,
                                Verb::resume, Verb::resolve, Verb::reopen, Verb::spam};

}  // namespace

std::vector<TimelineEntryJson> timeline_json(const desk::TicketView& view) {
  std::vector<TimelineEntryJson> timeline;
  for (const Recorded& recorded : view.journal) {
    TimelineEntryJson entry{.seq = recorded.seq,
                            .type = std::string(store::type_of(recorded.event)),
                            .at = recorded.at,
                            .by = {}};
    entry.by = {
        std::string(store::to_text(recorded.actor.kind)),
        recorded.actor.id ? json::Nullable<std::int64_t>(recorded.actor.id) : json::Nullable<std::int64_t>(),
        desk::name_of(recorded.actor, *view.catalogue, view.ticket.request.contact_name)};
    std::visit(Fill{*view.catalogue, entry}, recorded.event);
    timeline.push_back(std::move(entry));
  }
  return timeline;
}

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
      .last_event = {row.last_event, row.last_at, desk::name_of(row.last_actor, catalogue, row.contact_name)},
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
      .expectation = {},
      .promises = promises_json(view.standing, view.terms()),
      .next_due = next_due_json(view.standing.next_due, view.terms().in_force().calendar, now),
      .clocks = clocks_json(view.standing, view.terms()),
      .timeline = timeline_json(view),
      .allowed = {},
  };
  if (ticket.expectation) json.expectation = expectation_json(catalogue, *ticket.expectation);
  for (const Verb verb : staff_verbs)
    if (after(ticket.status, verb) && desk::may(caller.role, desk::action_of(verb)))
      json.allowed.emplace_back(to_text(verb));
  return json;
}

}  // namespace punctual::web
