#include "domain/ticket/standing.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include "domain/sla/counted_time.h"
#include "domain/sla/warning.h"

namespace punctual {

namespace {

/// Percentages of a clock's open time at which somebody is told; 100 is the missed promise itself.
constexpr int stages[] = {75, 100};

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
};

std::vector<sla::Event> clock_events(const TicketState& ticket, const PromiseTerms& terms) {
  std::vector<sla::Event> events;
  events.reserve(ticket.milestones.size());
  for (const Milestone& milestone : ticket.milestones)
    for (const Meaning& meaning : meanings)
      if (meaning.kind == milestone.kind)
        events.push_back(
            {milestone.at, meaning.clocks, milestone.tier ? &terms.of(milestone.tier) : nullptr});
  return events;
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

std::vector<Pending> pending_of(const TicketState& ticket, const PromiseTerms& terms,
                                const Standing& standing) {
  const Calendar& calendar = terms.of(ticket.judged_tier()).calendar;
  std::vector<Pending> pending;
  if (!is_active(ticket.status)) return pending;
  const auto add = [&](ClockKind kind, int ordinal, const sla::Clock& clock) {
    if (!clock.is_running() || !clock.due) return;
    const Seconds total = sla::CountedTime(calendar, clock.start, clock.pauses).until(*clock.due);
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
std::vector<Stage> stages_of(const TicketState& ticket, const PromiseTerms& terms, const Pending& pending) {
  std::vector<Stage> open;
  const Calendar& calendar = terms.of(ticket.judged_tier()).calendar;
  for (const int percent : stages) {
    const event::Warned warned{pending.due.clock, pending.due.ordinal, percent, *pending.due.due};
    if (fired(ticket, warned)) continue;
    // On the due instant itself an answer is in time (SEMANTICS 18): missed is the second after.
    if (percent == 100)
      open.push_back({warned, *pending.due.due + Seconds{1}});
    else if (pending.counted)
      if (const auto at = sla::warning_at(calendar, *pending.counted, percent)) open.push_back({warned, *at});
  }
  return open;
}

}  // namespace

Standing standing_of(const TicketState& ticket, const PromiseTerms& terms, Instant now) {
  const auto events = clock_events(ticket, terms);
  Standing standing{
      .clocks = sla::evaluate(events, terms.of(ticket.provisional_tier), now),
      .goal = {},
      .next_update = {},
      .next_due = {},
  };
  standing.goal = sla::judge_goal(terms.desk_hours, terms.goal, ticket.submitted_at, ticket.first_replied_at,
                                  standing.clocks.first_reply.due, now);
  const auto updates = update_events(ticket);
  if (const auto judged = sla::judge_next_updates(updates, now); !judged.empty())
    standing.next_update = judged.back();

  if (const auto pending = pending_of(ticket, terms, standing); !pending.empty())
    standing.next_due = pending.front().due;
  else if (ticket.status == Status::waiting && standing.clocks.resolution.target)
    standing.next_due = NextDue{ClockKind::resolution, 0, Seconds{0}, std::nullopt};
  return standing;
}

std::optional<event::Warned> stage_to_fire(const TicketState& ticket, const PromiseTerms& terms,
                                           const Standing& standing, Instant now) {
  for (const Pending& pending : pending_of(ticket, terms, standing)) {
    std::optional<event::Warned> highest;
    for (const Stage& stage : stages_of(ticket, terms, pending))
      if (stage.at <= now) highest = stage.warned;
    if (highest) return highest;
  }
  return std::nullopt;
}

std::optional<Instant> next_stage_at(const TicketState& ticket, const PromiseTerms& terms,
                                     const Standing& standing) {
  std::optional<Instant> earliest;
  for (const Pending& pending : pending_of(ticket, terms, standing))
    for (const Stage& stage : stages_of(ticket, terms, pending))
      if (!earliest || stage.at < *earliest) earliest = stage.at;
  return earliest;
}

}  // namespace punctual
