#pragma once

#include <optional>

#include "domain/sla/clocks.h"

namespace punctual::sla {

/// What the desk aims at for everybody's first reply (SEMANTICS 14a). Reached or passed, never missed; it
/// orders no queue. Cancelled as its clock is.
struct Goal {
  enum class State { running, reached, passed, cancelled };
  State state = State::running;
  std::optional<Instant> due;  // none: no promise possible
  bool shown = true;           // hidden where the guarantee is due earlier
  Clock clock;                 // the same as a clock: what was counted, and on which calendar
  bool operator==(const Goal&) const = default;
};

/// `answered` is when the first-reply clock stopped; `guarantee_due` that clock's due. On the due instant
/// a reply still reaches the goal.
Goal judge_goal(const Calendar& public_calendar, Target goal, Instant submitted,
                std::optional<Instant> answered, std::optional<Instant> guarantee_due, Instant now);

}  // namespace punctual::sla
