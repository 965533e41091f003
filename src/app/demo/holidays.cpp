#include "app/demo/holidays.h"

namespace punctual::app::demo {

namespace {

using namespace std::chrono;

struct OnDate {
  month_day day;
  const char* name;
};
constexpr OnDate on_dates[] = {
    {January / 1, "New Year's Day"},
    {June / 19, "Juneteenth"},
    {July / 4, "Independence Day"},
    {December / 25, "Christmas Day"},
};

struct OnWeekday {
  month in;
  weekday on;
  unsigned nth;  ///< 0: the last
  int days_after;
  const char* name;
};
constexpr OnWeekday on_weekdays[] = {
    {January, Monday, 3, 0, "Martin Luther King Jr. Day"},
    {February, Monday, 3, 0, "Presidents' Day"},
    {May, Monday, 0, 0, "Memorial Day"},
    {September, Monday, 1, 0, "Labor Day"},
    {November, Thursday, 4, 0, "Thanksgiving Day"},
    {November, Thursday, 4, 1, "Day after Thanksgiving"},
};

Date kept_on(Date date) {
  const weekday day{date};
  if (day == Saturday) return date - days{1};
  if (day == Sunday) return date + days{1};
  return date;
}

}  // namespace

std::map<Date, std::string> holidays_around(year middle) {
  std::map<Date, std::string> closed;
  for (year y = middle - years{1}; y <= middle + years{1}; ++y) {
    for (const OnDate& holiday : on_dates)
      closed.emplace(kept_on(Date{y / holiday.day.month() / holiday.day.day()}), holiday.name);
    for (const OnWeekday& holiday : on_weekdays) {
      const Date date = holiday.nth ? Date{y / holiday.in / holiday.on[holiday.nth]}
                                    : Date{y / holiday.in / holiday.on[last]};
      closed.emplace(date + days{holiday.days_after}, holiday.name);
    }
  }
  return closed;
}

}  // namespace punctual::app::demo
