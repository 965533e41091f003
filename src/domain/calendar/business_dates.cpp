#include "domain/calendar/business_dates.h"

namespace punctual {

std::vector<Date> business_dates(const Calendar& calendar, Instant start, std::int64_t count) {
  using std::chrono::days;
  const auto opening = calendar.next_opening(start);
  if (!opening || !calendar.due(start, Target::of_business_days(count))) return {};
  auto date = calendar.owner(*opening);
  std::vector<Date> walked{date};
  while (static_cast<std::int64_t>(walked.size()) <= count) {
    date += days{1};
    if (calendar.is_business_day(date)) walked.push_back(date);
  }
  return walked;
}

}  // namespace punctual
