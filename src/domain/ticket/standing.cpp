#include "domain/ticket/standing.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include "domain/sla/counted_time.h"
#include "domain/sla/warning.h"

namespace punctual {

namespace {

using Kind = Milestone::Kind;

struct Meaning {
  Kind kind;
  sla::EventType clocks;
};
constexpr Meaning meanings[] = {
    {Kind::submitted, sla::EventType::submitted},       {Kind::human_reply, sla::EventType::human_reply},
    {Kind::client_reply, sla::EventType::client_reply}, {Kind::waited, sla::EventType::waiting_on_client},
    {Kind::resumed, sla::EventType::resumed},           {Kind::resolved, sla::EventType::resolved},
    {Kind::reopened, sla::EventType::reopened},         {Kind::triaged, sla::EventType::tier_changed},
    {Kind::rejudged, sla::EventType::tier_changed},
};

/// The milestones as the clocks read them, and the policy version the first reply is judged by.
struct Told {
  std::vector<sla::Event> events;
  PolicyId at_first_reply;
};

Told told_of(const TicketState& ticket, const TicketTerms& terms) {
  Told told{.events = {}, .at_first_reply = ticket.request.policy};
  told.events.reserve(ticket.milestones.size());
  int tier = ticket.provisional_tier;
  PolicyId version = ticket.request.policy;
  bool answered = false;
  for (const Milestone& milestone : ticket.milestones) {
    if (milestone.kind == Kind::triaged) tier = milestone.tier;
    if (milestone.kind == Kind::rejudged) version = milestone.policy;
    answered = answered || milestone.kind == Kind::human_reply || milestone.kind == Kind::resolved;
    if (!answered) told.at_first_reply = version;
    for (const Meaning& meaning : meanings)
      if (meaning.kind == milestone.kind)
        told.events.push_back(
            {milestone.at, meaning.clocks,
             meaning.clocks == sla::EventType::tier_changed ? &terms.of(version, tier) : nullptr});
  }
  return told;
}

std::vector<sla::UpdateEvent> update_events(const TicketState& ticket) {
  std::vector<sla::UpdateEvent> events;
  using Type = sla::UpdateEvent::Type;
  bool resolved = false;
  for (const Milestone& milestone : ticket.milestones) {
    switch (milestone.kind) {
      case Kind::human_reply:
        events.push_back({milestone.at, Type::human_reply, milestone.next_update_by});
        break;
      case Kind::resolved:
        events.push_back({milestone.at, Type::resolved, std::nullopt});
        break;
      case Kind::waited:
        events.push_back({milestone.at, Type::waiting_on_client, std::nullopt});
        break;
      case Kind::reopened:
        events.push_back({milestone.at, Type::reopened, std::nullopt});
        break;
      case Kind::client_reply:  // an answer after the resolution reopens
        if (resolved) events.push_back({milestone.at, Type::reopened, std::nullopt});
        break;
      default:
        break;
    }
    resolved = milestone.kind == Kind::resolved ||
               (resolved && milestone.kind != Kind::reopened && milestone.kind != Kind::client_reply);
  }
  return events;
}

/// A clock that may still be missed, with what the stages are counted by.
struct Pending {
  NextDue due;
  const sla::Clock* counted;  ///< nothing for the next update, an instant
};

std::vector<Pending> pending_of(const TicketState& ticket, const Standing& standing) {
  std::vector<Pending> pending;
  if (!is_active(ticket.status)) return pending;
  const auto add = [&](ClockKind kind, int ordinal, const sla::Clock& clock) {
    if (!clock.is_running() || !clock.due) return;
    const Seconds total = sla::CountedTime(*clock.calendar, clock.start, clock.pauses).until(*clock.due);
    pending.push_back({{kind, ordinal, total, clock.due}, &clock});
  };
  add(ClockKind::first_reply, 0, standing.clocks.first_reply);
  for (std::size_t i = 0; i < standing.clocks.next_reply.size(); ++i)
    add(ClockKind::next_reply, static_cast<int>(i), standing.clocks.next_reply[i]);
  add(ClockKind::resolution, 0, standing.clocks.resolution);
  using State = sla::NextUpdate::State;
  if (const auto& update = standing.next_update;
      update && (update->state == State::running || (update->state == State::missed && !update->settled)))
    pending.push_back({{ClockKind::next_update, 0, update->by - update->promised_at, update->by}, nullptr});
  std::ranges::sort(pending, {},
                    [](const Pending& p) { return std::tuple(*p.due.due, p.due.clock, p.due.ordinal); });
  return pending;
}

struct Stage {
  event::Warned warned;
  Instant at;
};

bool fired(const TicketState& ticket, const event::Warned& stage) {
  return std::ranges::any_of(ticket.fired, [&](const event::Warned& before) {
    return before.clock == stage.clock && before.ordinal == stage.ordinal && before.due == stage.due &&
           before.stage_percent >= stage.stage_percent;
  });
}

/// The stages of one clock not announced yet, ascending.
std::vector<Stage> stages_of(const TicketState& ticket, const Pending& pending,
                             std::span<const int> percents) {
  std::vector<Stage> open;
  for (const int percent : percents) {
    const event::Warned warned{pending.due.clock, pending.due.ordinal, percent, *pending.due.due};
    if (fired(ticket, warned)) continue;
    // On the due instant itself an answer is in time (SEMANTICS 18): missed is the second after.
    if (percent == 100)
      open.push_back({warned, *pending.due.due + Seconds{1}});
    else if (pending.counted)
      if (const auto at = sla::warning_at(*pending.counted->calendar, *pending.counted, percent))
        open.push_back({warned, *at});
  }
  return open;
}

void cancel_running(Standing& standing, Instant at) {
  sla::cancel(standing.clocks.first_reply, at);
  for (auto& clock : standing.clocks.next_reply) sla::cancel(clock, at);
  sla::cancel(standing.clocks.resolution, at);
  sla::cancel(standing.goal.clock, at);
  if (standing.goal.clock.state == sla::Clock::State::cancelled)
    standing.goal.state = sla::Goal::State::cancelled;
  if (auto& update = standing.next_update; update && !update->settled) {
    update->state = sla::NextUpdate::State::cancelled;
    update->settled = at;
  }
}

}  // namespace

Standing standing_of(const TicketState& ticket, const PromiseVersions& versions, Instant now) {
  if (ticket.ended_at) now = std::min(now, *ticket.ended_at);
  const TicketTerms terms(ticket, versions);
  const auto told = told_of(ticket, terms);
  Standing standing{
      .clocks = sla::evaluate(told.events, terms.of(ticket.request.policy, ticket.provisional_tier), now),
      .goal = {},
      .next_update = {},
      .next_due = {},
  };
  const auto& goal = versions.at(told.at_first_reply);
  standing.goal = sla::judge_goal(goal.desk_hours, goal.goal, ticket.submitted_at, ticket.first_replied_at,
                                  standing.clocks.first_reply.due, now);
  const auto updates = update_events(ticket);
  if (const auto judged = sla::judge_next_updates(updates, now); !judged.empty())
    standing.next_update = judged.back();
  if (ticket.ended_at) cancel_running(standing, *ticket.ended_at);

  if (const auto pending = pending_of(ticket, standing); !pending.empty())
    standing.next_due = pending.front().due;
  else if (ticket.status == Status::waiting && standing.clocks.resolution.target)
    standing.next_due = NextDue{ClockKind::resolution, 0, Seconds{0}, std::nullopt};
  return standing;
}

std::vector<NextDue> dues_of(const TicketState& ticket, const Standing& standing) {
  std::vector<NextDue> dues;
  for (const Pending& pending : pending_of(ticket, standing)) dues.push_back(pending.due);
  return dues;
}

std::optional<event::Warned> stage_to_fire(const TicketState& ticket, const Standing& standing,
                                           std::span<const int> percents, Instant now) {
  for (const Pending& pending : pending_of(ticket, standing)) {
    std::optional<event::Warned> highest;
    for (const Stage& stage : stages_of(ticket, pending, percents))
      if (stage.at <= now) highest = stage.warned;
    if (highest) return highest;
  }
  return std::nullopt;
}

std::optional<Instant> next_stage_at(const TicketState& ticket, const Standing& standing,
                                     std::span<const int> percents) {
  std::optional<Instant> earliest;
  for (const Pending& pending : pending_of(ticket, standing))
    for (const Stage& stage : stages_of(ticket, pending, percents))
      if (!earliest || stage.at < *earliest) earliest = stage.at;
  return earliest;
}

event::Rejudged rejudged(const TicketState& ticket, const PromiseVersions& versions, PolicyId to,
                         Instant now) {
  event::Rejudged verdict{.from = ticket.policy, .to = to, .moved = {}};
  const auto before = standing_of(ticket, versions, now).clocks;
  const auto after =
      standing_of(evolve(ticket, {ticket.version + 1, now, Actor::desk(), verdict}), versions, now).clocks;
  const auto compare = [&](ClockKind kind, int ordinal, const sla::Clock& old, const sla::Clock& fresh) {
    if (old.due != fresh.due) verdict.moved.push_back({kind, ordinal, old.due, fresh.due});
  };
  compare(ClockKind::first_reply, 0, before.first_reply, after.first_reply);
  for (std::size_t i = 0; i < before.next_reply.size(); ++i)
    compare(ClockKind::next_reply, static_cast<int>(i), before.next_reply[i], after.next_reply[i]);
  compare(ClockKind::resolution, 0, before.resolution, after.resolution);
  return verdict;
}

}  // namespace punctual
