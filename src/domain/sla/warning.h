#pragma once

#include <optional>
#include <span>
#include <vector>

#include "domain/sla/clocks.h"

namespace punctual::sla {

/// SEMANTICS 19a: the first instant at which P % of what may be counted is: counted >= ceil(P·B/100), where B
/// is counted from the clock's start to its due, whether the target is in hours or business days. Nothing
/// where the clock has no due. 0 % is the first instant that counts; 100 % is the due itself or, where that
/// falls outside hours, the closing before it.
std::optional<Instant> warning_at(const Calendar& calendar, const Clock& clock, int percent);

struct Warning {
  int percent;
  Instant at;
  bool operator==(const Warning&) const = default;
};
/// One for each stage, ascending; empty where there is no due.
std::vector<Warning> warnings_of(const Calendar& calendar, const Clock& clock, std::span<const int> percents);
/// Of stages that have passed at `now` only the highest is sent.
std::optional<Warning> highest_passed(std::span<const Warning> warnings, Instant now);

}  // namespace punctual::sla
