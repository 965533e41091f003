#include "app/demo/placement.h"

#include <algorithm>
#include <stdexcept>

namespace punctual::app::demo {

namespace {

using std::chrono::days;

Date business_day_before(const Calendar& desk, Date date) {
  do date -= days{1};
  while (!desk.is_business_day(date));
  return date;
}

/// The last business day before the n-th latest run of closed days that ended before `today`.
Date day_before_weekend(const Calendar& desk, Date today, int n) {
  Date date = business_day_before(desk, today);
  while (true) {
    const Date earlier = business_day_before(desk, date);
    if (date - earlier > days{1} && --n == 0) return earlier;
    date = earlier;
  }
}

}  // namespace

Instant open_time_ago(const Calendar& calendar, Instant base, Seconds amount) {
  if (calendar.always_open()) return base - amount;
  for (int weeks = 2; weeks <= 52; weeks *= 2) {
    const auto open = calendar.intervals(base - days{7 * weeks}, base);
    Seconds left = amount;
    for (auto interval = open.rbegin(); interval != open.rend(); ++interval) {
      if (interval->length() > left) return interval->closes - left;
      left -= interval->length();
    }
  }
  throw std::logic_error("the desk was not open long enough within a year");
}

Instant placed(const When& when, const Calendar& desk, Instant base) {
  const Date today = desk.zone().date(base);
  const auto at = [&](Date date) {
    return std::min(base, desk.zone().first_at_or_after(WallTime{date} + std::chrono::minutes{when.minutes}));
  };
  switch (when.place) {
    case When::Place::days_ago: {
      Date date = today;
      for (int i = 0; i < when.n; ++i) date = business_day_before(desk, date);
      return at(date);
    }
    case When::Place::before_weekend:
      return at(day_before_weekend(desk, today, when.n));
    case When::Place::weekend:
      return at(day_before_weekend(desk, today, when.n) + days{1});
    case When::Place::desk_ago:
      return open_time_ago(desk, base, std::chrono::minutes{when.minutes});
    case When::Place::clock_ago:
      return base - std::chrono::minutes{when.minutes};
  }
  std::abort();
}

}  // namespace punctual::app::demo
