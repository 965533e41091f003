#include "domain/calendar/merge.h"

#include <algorithm>

namespace punctual {

std::vector<Interval> merged(std::vector<Interval> intervals) {
  std::erase_if(intervals, [](const Interval& interval) { return interval.opens >= interval.closes; });
  if (!std::ranges::is_sorted(intervals)) std::ranges::sort(intervals);
  std::size_t kept = 0;
  for (const auto& next : intervals) {
    if (kept > 0 && next.opens <= intervals[kept - 1].closes)
      intervals[kept - 1].closes = std::max(intervals[kept - 1].closes, next.closes);
    else
      intervals[kept++] = next;
  }
  intervals.resize(kept);
  return intervals;
}

}  // namespace punctual
