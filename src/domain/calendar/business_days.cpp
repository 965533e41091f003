#include "domain/calendar/business_days.h"

#include <algorithm>
#include <cassert>

namespace punctual {

std::int64_t BusinessDays::era(Date d) {
  constexpr auto length = std::int64_t{dates};
  const auto day = d.time_since_epoch().count();
  return day >= 0 ? day / length : -((-day + length - 1) / length);
}

BusinessDays::BusinessDays(const Marks& marks) {
  for (std::size_t i = 0; i < dates; ++i)
    counted_[i + 1] = static_cast<std::uint16_t>(counted_[i] + (marks[i] ? 1 : 0));
}

std::size_t BusinessDays::nth(std::size_t n, std::size_t from) const {
  assert(0 < n && n <= total() && before(from) < n);
  // No date counts twice, so none before this one can be it; most targets end within the week.
  constexpr std::size_t few = 8;
  auto i = from + (n - before(from)) - 1;
  const auto stop = std::min(i + few, dates);
  while (i < stop && counted_[i + 1] < n) ++i;
  if (i == stop)
    i = static_cast<std::size_t>(
        std::lower_bound(counted_.begin() + static_cast<std::ptrdiff_t>(i + 1), counted_.end(), n) -
        counted_.begin() - 1);
  return i;
}

}  // namespace punctual
