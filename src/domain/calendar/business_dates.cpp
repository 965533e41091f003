#include "domain/calendar/business_dates.h"

#include <algorithm>

namespace punctual {

std::vector<Date> business_dates(const Calendar& calendar, Instant start, std::int64_t count) {
  using std::chrono::days;
  const auto opening = calendar.next_opening(start);
  if (!opening || !calendar.due(start, Target::of_business_days(count))) return {};
  // Where sets overlap, the earliest date owns the instant: the interval began there.
  const auto owns = [&](Date d) {
    return std::ranges::any_of(calendar.on(d), [&](const Interval& open) { return open.contains(*opening); });
  };
  const auto near = calendar.zone().date(*opening);
  auto date = near - days{3};
  while (date <= near && !owns(date)) date += days{1};
  std::vector<Date> walked{date};
  while (static_cast<std::int64_t>(walked.size()) <= count) {
    date += days{1};
    if (calendar.is_business_day(date)) walked.push_back(date);
  }
  return walked;
}

}  // namespace punctual
