#include <algorithm>

#include "desk/text/markdown.h"
#include "store/journal_events.h"
#include "web/api/ticket_json.h"

namespace punctual::web {

ExpectationJson expectation_json(const desk::Catalogue& catalogue, const Expectation& expectation) {
  const auto assignee = named_person(catalogue, expectation.assignee);
  return {assignee ? *assignee : NamedJson{expectation.assignee.value, "Somebody who has left"},
          expectation.what_to_expect, expectation.next_step, expectation.next_update_by};
}

namespace {

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
  void operator()(const event::HandedOver& e) const {
    entry.assignee = named_person(catalogue, e.to);
    if (!e.why.empty()) entry.reason = e.why;
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
  void operator()(const event::Linked& e) const {
    entry.other = desk::ref_of(e.other);
    entry.relation = boost::describe::enum_to_string(e.relation, "");
  }
  void operator()(const event::Unlinked& e) const { entry.other = desk::ref_of(e.other); }
  void operator()(const event::Merged& e) const { entry.other = desk::ref_of(e.into); }
  void operator()(const event::Absorbed& e) const { entry.other = desk::ref_of(e.source); }
  void operator()(const event::Rated& e) const {
    entry.rating = boost::describe::enum_to_string(e.rating, "");
    if (!e.comment.empty()) message(e.comment);
  }
  void operator()(const event::Estimated& e) const { entry.estimate = e.number; }
  void operator()(const event::EstimateDecided& e) const {
    entry.estimate = e.number;
    entry.answer = boost::describe::enum_to_string(e.answer, "");
    entry.name = e.name;
  }
  void operator()(const event::EstimateWithdrawn& e) const { entry.estimate = e.number; }
  void operator()(const event::Redacted& e) const {
    entry.reason = e.reason;
    entry.person = e.person;
    entry.seqs.emplace();
    for (const auto& one : e.remains) entry.seqs->push_back(one.seq);
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

/// Who wrote it; of a decision the name it was made by, and of what came by the page of a merged ticket that
/// one's contact.
std::string author_of(const Recorded& recorded, const desk::TicketView& view, const std::string& contact) {
  if (const auto* decided = std::get_if<event::EstimateDecided>(&recorded.event)) return decided->name;
  const auto* reply = std::get_if<event::ClientReplied>(&recorded.event);
  if (reply && reply->via)
    for (const auto& absorbed : view.absorbed)
      if (absorbed.id == *reply->via) return absorbed.ticket.request.contact_name;
  return desk::name_of(recorded.actor, *view.catalogue, contact);
}

TimelineEntryJson entry_json(const Recorded& recorded, const desk::TicketView& view,
                             const std::string& contact) {
  TimelineEntryJson entry{
      .seq = recorded.seq, .type = std::string(store::type_of(recorded.event)), .at = recorded.at, .by = {}};
  entry.by = {
      std::string(store::to_text(recorded.actor.kind)),
      recorded.actor.id ? json::Nullable<std::int64_t>(recorded.actor.id) : json::Nullable<std::int64_t>(),
      author_of(recorded, view, contact)};
  if (recorded.redacted_by) entry.redacted = true;
  std::visit(Fill{*view.catalogue, entry}, recorded.event);
  return entry;
}

}  // namespace

std::vector<TimelineEntryJson> timeline_json(const desk::TicketView& view) {
  std::vector<TimelineEntryJson> timeline;
  for (const auto& absorbed : view.absorbed)
    for (const Recorded& recorded : absorbed.journal) {
      const auto& contact = absorbed.ticket.request.contact_name;
      auto entry = entry_json(recorded, view, contact);
      if (!entry.body || entry.rating) continue;       // what merely happened there is its own affair
      if (recorded.seq == 1) entry.by.name = contact;  // whoever wrote it down
      entry.ticket = desk::ref_of(absorbed.id);
      timeline.push_back(std::move(entry));
    }
  for (const Recorded& recorded : view.journal) {
    auto entry = entry_json(recorded, view, view.ticket.request.contact_name);
    timeline.insert(recorded.seq == 1 ? timeline.begin() : timeline.end(), std::move(entry));
  }
  std::ranges::stable_sort(timeline, {}, &TimelineEntryJson::at);
  return timeline;
}

}  // namespace punctual::web
