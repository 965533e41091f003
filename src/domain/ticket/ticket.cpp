#include "domain/ticket/ticket.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace punctual {

namespace {

std::vector<std::string> kinds_of(const std::vector<EstimateLine>& lines) {
  std::vector<std::string> kinds;
  for (const auto& line : lines)
    if (std::ranges::find(kinds, line.kind) == kinds.end()) kinds.push_back(line.kind);
  return kinds;
}

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

  void goes_on() const {
    ticket.resolved_at.reset();
    ticket.rating.reset();
    ticket.times_rated = 0;
    ticket.follower = {};
  }
  void client_wrote() const {
    move(Verb::client_reply);
    goes_on();
    milestone(Milestone::Kind::client_reply);
  }
  Estimate& pending(int number) const {
    Estimate& estimate = ticket.estimates.at(static_cast<std::size_t>(number) - 1);
    assert(estimate.outcome == EstimateOutcome::pending);
    return estimate;
  }
  void end(Verb verb) const {
    move(verb);
    ticket.ended_at = recorded.at;
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
  void operator()(const event::HandedOver& e) const { ticket.assignee = e.to; }
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
    client_wrote();
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
    goes_on();
    milestone(Milestone::Kind::reopened);
  }
  void operator()(const event::MarkedSpam&) const { end(Verb::spam); }
  void operator()(const event::Linked& e) const {
    ticket.links.push_back({e.other, e.relation});
    if (e.relation == Relation::followed_by) ticket.follower = e.other;
  }
  void operator()(const event::Unlinked& e) const {
    std::erase_if(ticket.links, [&](const Link& link) { return link.other == e.other; });
  }
  void operator()(const event::Merged& e) const {
    end(Verb::merge);
    ticket.merged_into = e.into;
  }
  void operator()(const event::Absorbed& e) const {
    ticket.absorbed.push_back(e.source);
    if (e.awaits_answer) client_wrote();
  }
  void operator()(const event::Rated& e) const {
    ticket.client_text += e.comment.size();
    ticket.rating = RatedAt{e, recorded.at};
    ++ticket.times_rated;
  }
  void operator()(const event::Estimated& e) const {
    assert(e.number == std::ssize(ticket.estimates) + 1);
    for (Estimate& earlier : ticket.estimates)
      if (earlier.outcome == EstimateOutcome::pending) earlier.outcome = EstimateOutcome::superseded;
    ticket.estimates.push_back({.number = e.number,
                                .digest = e.digest,
                                .covered = e.covered,
                                .extra = e.extra,
                                .price = e.price,
                                .currency = e.currency,
                                .kinds = kinds_of(e.lines),
                                .expires_at = e.expires_at,
                                .sent_at = recorded.at});
  }
  void operator()(const event::EstimateDecided& e) const {
    Estimate& estimate = pending(e.number);
    estimate.outcome = outcome_of(e.answer);
    estimate.decided_at = recorded.at;
    estimate.decided_by = e.name;
  }
  void operator()(const event::EstimateWithdrawn& e) const {
    Estimate& estimate = pending(e.number);
    estimate.outcome = EstimateOutcome::withdrawn;
    estimate.withdrawn_at = recorded.at;
  }
  void operator()(const event::Redacted&) const {}
  void operator()(const event::Warned& e) const { ticket.fired.push_back(e); }
  void operator()(const event::Rejudged& e) const {
    ticket.policy = e.to;
    ticket.milestones.push_back({.at = recorded.at, .kind = Milestone::Kind::rejudged, .policy = e.to});
  }
};

}  // namespace

bool TicketState::awaits_answer() const {
  using Kind = Milestone::Kind;
  if (!is_active(status)) return false;
  for (auto milestone = milestones.rbegin(); milestone != milestones.rend(); ++milestone) {
    if (milestone->kind == Kind::submitted || milestone->kind == Kind::client_reply) return true;
    if (milestone->kind == Kind::human_reply || milestone->kind == Kind::resolved) return false;
  }
  return false;
}

const Estimate* TicketState::find_estimate(int number) const {
  if (number < 1 || number > std::ssize(estimates)) return nullptr;
  return &estimates[static_cast<std::size_t>(number) - 1];
}

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
