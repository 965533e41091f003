#include "domain/sla/goal.h"

namespace punctual::sla {

Goal judge_goal(const Calendar& public_calendar, Target goal, Instant submitted,
                std::optional<Instant> answered, std::optional<Instant> guarantee_due, Instant now) {
  Goal judged;
  judged.due = public_calendar.due(submitted, goal);
  judged.shown = judged.due && !(guarantee_due && *guarantee_due < *judged.due);
  const bool answered_by_now = answered && *answered <= now;
  const bool late = judged.due && (answered_by_now ? *answered : now) > *judged.due;
  if (late)
    judged.state = Goal::State::passed;
  else
    judged.state = answered_by_now ? Goal::State::reached : Goal::State::running;
  judged.clock = {.state = late ? (answered_by_now ? Clock::State::missed : Clock::State::breached)
                           : answered_by_now ? Clock::State::met
                                             : Clock::State::running,
                  .start = submitted,
                  .target = goal,
                  .calendar = public_calendar,
                  .due = judged.due,
                  .elapsed = public_calendar.elapsed(submitted, answered_by_now ? *answered : now),
                  .stopped = answered_by_now ? answered : std::nullopt};
  return judged;
}

}  // namespace punctual::sla
