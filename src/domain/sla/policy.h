#pragma once

#include <optional>

#include "domain/calendar/calendar.h"
#include "domain/calendar/target.h"

namespace punctual::sla {

/// What is promised; a missing target is best effort: measured, never judged (SEMANTICS 14c).
struct Policy {
  std::optional<Target> first_reply;
  std::optional<Target> next_reply;
  std::optional<Target> resolution;
  bool operator==(const Policy&) const = default;
};

/// A policy and the calendar all its clocks count on (SEMANTICS 20).
struct PolicyInForce {
  Policy policy;
  Calendar calendar;
};

}  // namespace punctual::sla
