#include "domain/ticket/ticket.h"

#include <cassert>
#include <utility>

namespace punctual {

namespace {

struct Evolve {
  TicketState& ticket;
  const Recorded& recorded;

  void milestone(Milestone::Kind kind) const {
    ticket.milestones.push_back({.at = recorded.at, .kind = kind});
  }
  void move(Verb verb) const { ticket.status = after(ticket.status, verb).value_or(ticket.status); }
  void human_answered() const {
    if (!ticket.first_replied_at) ticket.first_replied_at = recorded.at;
  }

  void operator()(const event::Submitted& e) const {
    ticket.request = e;
    ticket.policy = e.policy;
    ticket.submitted_at = recorded.at;
    ticket.provisional_tier = suggested_tier(e.impact, e.live);
    milestone(Milestone::Kind::submitted);
  }
  void operator()(const event::Triaged& e) const {
    const int before = ticket.judged_tier();
    ticket.tier = e.tier;
    ticket.pod = e.pod;
    ticket.assignee = e.assignee;
    move(Verb::triage);
    if (e.tier != before)
      ticket.milestones.push_back({.at = recorded.at, .kind = Milestone::Kind::triaged, .tier = e.tier});
  }
  void operator()(const event::Replied& e) const {
    human_answered();
    ticket.milestones.push_back({.at = recorded.at, .kind = Milestone::Kind::human_reply});
    if (!e.expectation) return;
    ticket.milestones.back().next_update_by = e.expectation->next_update_by;
    ticket.expectation = e.expectation;
    ticket.assignee = e.expectation->assignee;  // who the client was told has it, has it
  }
  void operator()(const event::ClientReplied& e) const {
    ticket.client_text += e.body.size();
    move(Verb::client_reply);
    ticket.resolved_at.reset();
    milestone(Milestone::Kind::client_reply);
  }
  void operator()(const event::Noted&) const {}
  void operator()(const event::Waited&) const {
    move(Verb::wait);
    milestone(Milestone::Kind::waited);
  }
  void operator()(const event::Resumed&) const {
    move(Verb::resume);
    milestone(Milestone::Kind::resumed);
  }
  void operator()(const event::Resolved&) const {
    human_answered();
    move(Verb::resolve);
    ticket.resolved_at = recorded.at;
    milestone(Milestone::Kind::resolved);
  }
  void operator()(const event::Reopened&) const {
    move(Verb::reopen);
    ticket.resolved_at.reset();
    milestone(Milestone::Kind::reopened);
  }
  void operator()(const event::MarkedSpam&) const { move(Verb::spam); }
  void operator()(const event::Warned& e) const { ticket.fired.push_back(e); }
  void operator()(const event::Rejudged& e) const {
    ticket.policy = e.to;
    ticket.milestones.push_back({.at = recorded.at, .kind = Milestone::Kind::rejudged, .policy = e.to});
  }
};

}  // namespace

TicketState evolve(TicketState ticket, const Recorded& recorded) {
  assert(recorded.seq == ticket.version + 1);
  std::visit(Evolve{ticket, recorded}, recorded.event);
  ticket.version = recorded.seq;
  ticket.recorded_at = recorded.at;
  if (std::holds_alternative<event::Rejudged>(recorded.event)) return ticket;
  ticket.last_at = recorded.at;
  ticket.last_actor = recorded.actor;
  return ticket;
}

TicketState fold(std::span<const Recorded> journal) {
  TicketState ticket;
  for (const Recorded& recorded : journal) ticket = evolve(std::move(ticket), recorded);
  return ticket;
}

std::string summary_of(std::string_view description) {
  constexpr std::size_t at_most = 120;
  std::string line;
  bool space = false;
  for (const char c : description) {
    if (static_cast<unsigned char>(c) <= ' ') {
      space = !line.empty();
      continue;
    }
    if (std::exchange(space, false)) line += ' ';
    line += c;
    if (line.size() > at_most + 8) break;
  }
  if (line.size() <= at_most) return line;
  std::size_t end = at_most - 3;
  while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
  if (const auto word = line.rfind(' ', end); word != std::string::npos && word > at_most / 2) end = word;
  line.resize(end);
  return line + "…";
}

}  // namespace punctual
