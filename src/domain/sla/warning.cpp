#include "domain/sla/warning.h"

#include <algorithm>
#include <cassert>

#include "domain/sla/counted_time.h"

namespace punctual::sla {

std::optional<Instant> warning_at(const Calendar& calendar, const Clock& clock, int percent) {
  assert(percent >= 0);
  if (!clock.due) return std::nullopt;
  const CountedTime counted(calendar, clock.start, clock.pauses);
  const auto whole = counted.until(*clock.due).count();
  return counted.reaches(Seconds{(whole * percent + 99) / 100});
}

std::vector<Warning> warnings_of(const Calendar& calendar, const Clock& clock,
                                 std::span<const int> percents) {
  std::vector<Warning> found;
  for (const int percent : percents)
    if (const auto at = warning_at(calendar, clock, percent)) found.push_back({percent, *at});
  std::ranges::sort(found, {}, &Warning::percent);
  return found;
}

std::optional<Warning> highest_passed(std::span<const Warning> warnings, Instant now) {
  std::optional<Warning> highest;
  for (const auto& warning : warnings)
    if (warning.at <= now && (!highest || warning.percent > highest->percent)) highest = warning;
  return highest;
}

}  // namespace punctual::sla
