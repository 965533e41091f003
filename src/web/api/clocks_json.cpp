#include <utility>

#include "desk/queries/due_figures.h"
#include "store/tickets.h"
#include "web/api/ticket_json.h"

namespace punctual::web {

namespace {

template <class Enum, std::size_t N>
std::string word(const std::pair<Enum, const char*> (&words)[N], Enum value) {
  for (const auto& [known, text] : words)
    if (known == value) return text;
  return {};
}

using ClockState = sla::Clock::State;
constexpr std::pair<ClockState, const char*> clock_states[] = {
    {ClockState::running, "running"}, {ClockState::paused, "paused"}, {ClockState::breached, "breached"},
    {ClockState::met, "met"},         {ClockState::missed, "missed"}, {ClockState::cancelled, "cancelled"},
};

using GoalState = sla::Goal::State;
constexpr std::pair<GoalState, const char*> goal_states[] = {{GoalState::running, "running"},
                                                             {GoalState::reached, "reached"},
                                                             {GoalState::passed, "passed"},
                                                             {GoalState::cancelled, "cancelled"}};

using UpdateState = sla::NextUpdate::State;
constexpr std::pair<UpdateState, const char*> update_states[] = {
    {UpdateState::running, "running"}, {UpdateState::kept, "kept"},           {UpdateState::missed, "missed"},
    {UpdateState::replaced, "kept"},   {UpdateState::cancelled, "cancelled"},
};

using DueState = desk::DueFigures::State;
constexpr std::pair<DueState, const char*> due_states[] = {
    {DueState::running, "running"}, {DueState::paused, "paused"}, {DueState::breached, "breached"}};

}  // namespace

std::string clock_word(ClockState state) {
  return word(clock_states, state);
}
std::string goal_word(GoalState state) {
  return word(goal_states, state);
}

namespace {

ClockJson clock_json(const sla::Clock& clock) {
  return {word(clock_states, clock.state), clock.due, clock.elapsed.count()};
}

/// What the clock promises, or promised when it stopped; without a target nothing is.
json::Nullable<PromiseJson> promise_json(const sla::Clock& clock) {
  if (!clock.target) return {};
  return PromiseJson{format_target(*clock.target), clock.calendar.value().next_opening(clock.start),
                     clock.due};
}

}  // namespace

ClocksJson clocks_json(const Standing& standing, const TicketTerms& terms) {
  ClocksJson json;
  const sla::Policy& policy = terms.in_force().policy;
  const sla::Clock& first = standing.clocks.first_reply;
  if (policy.first_reply || first.stopped) json.first_reply = clock_json(first);
  if (policy.next_reply)
    for (const auto& clock : standing.clocks.next_reply) json.next_reply.push_back(clock_json(clock));
  if (policy.resolution) json.resolution = clock_json(standing.clocks.resolution);
  json.goal = GoalJson{word(goal_states, standing.goal.state), standing.goal.due,
                       standing.goal.clock.elapsed.count(), !standing.goal.shown};
  if (standing.next_update)
    json.next_update =
        NextUpdateJson{word(update_states, standing.next_update->state), standing.next_update->by};
  return json;
}

PromisesJson promises_json(const Standing& standing, const TicketTerms& terms) {
  const auto& clocks = standing.clocks;
  PromisesJson json{.goal = promise_json(standing.goal.clock),
                    .first_reply = promise_json(clocks.first_reply),
                    .next_reply = {},
                    .resolution = promise_json(clocks.resolution)};
  if (!clocks.next_reply.empty() && clocks.next_reply.back().is_running())
    json.next_reply = promise_json(clocks.next_reply.back());
  else if (const auto& target = terms.in_force().policy.next_reply)
    json.next_reply = PromiseJson{format_target(*target), {}, {}};
  return json;
}

json::Nullable<NextDueJson> next_due_json(const std::optional<NextDue>& next, const Calendar& calendar,
                                          Instant now) {
  if (!next) return {};
  const auto figures = desk::figures_of(*next, calendar, now);
  return NextDueJson{std::string(store::clock_name(next->clock)),
                     word(due_states, figures.state),
                     next->due,
                     figures.remaining_seconds,
                     figures.target_seconds,
                     figures.counting,
                     figures.changes_at};
}

}  // namespace punctual::web
