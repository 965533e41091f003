#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "domain/calendar/calendar.h"

namespace punctual::bench {

/// Twenty years, and what is asked within them: always the same, so that a run can be compared with the last
/// one.
inline constexpr int first_year = 2016;
inline constexpr int years = 20;

/// Monday to Friday, 09:00 to 17:00 in New York; 13 weekdays of each year are holidays.
BusinessHours office_hours();

/// Spread over the twenty years, a month at their end aside: what is due lies within them too.
std::vector<Instant> random_instants(std::size_t count);

/// Lines of the batch protocol as a desk would write them: due, elapsed, is_open and sla, over some twenty
/// calendars.
std::string batch_lines(std::size_t count);

/// What any search must at least do: the open intervals of the twenty years in one array with running totals,
/// one lower bound for the start and one for the target.
class TwoLowerBounds {
 public:
  explicit TwoLowerBounds(std::span<const Interval> intervals);
  std::int64_t due(std::int64_t start, std::int64_t amount) const;

 private:
  std::vector<std::int64_t> opens_;
  std::vector<std::int64_t> closes_;
  std::vector<std::int64_t> counted_;  // open seconds up to closes_[i]
};

}  // namespace punctual::bench
