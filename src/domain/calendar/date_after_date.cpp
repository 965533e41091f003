#include "domain/calendar/date_after_date.h"

namespace punctual {

const DayHours& whole_day() {
  static const DayHours hours{{0, 24 * 60}};
  return hours;
}

DateAfterDate::DateAfterDate(const BusinessHours& hours, Date first)
    : hours_(hours),
      date_(first),
      weekday_(static_cast<std::size_t>(weekday_index(first))),
      week_(hours.weekly_from.upper_bound(first)),
      holiday_(hours.holidays.lower_bound(first)),
      exception_(hours.exceptions.lower_bound(first)) {
  if (week_ != hours.weekly_from.begin()) weekly_ = &std::prev(week_)->second;
}

const DayHours& DateAfterDate::next() {
  static const DayHours none;
  if (hours_.always_open) return whole_day();
  const auto* found = &(*weekly_)[weekday_];
  if (holiday_ != hours_.holidays.end() && holiday_->first == date_) {
    found = &none;
    ++holiday_;
  }
  if (exception_ != hours_.exceptions.end() && exception_->first == date_) {
    found = &exception_->second;
    ++exception_;
  }
  date_ += std::chrono::days{1};
  weekday_ = weekday_ == 6 ? 0 : weekday_ + 1;
  if (week_ != hours_.weekly_from.end() && week_->first == date_) {
    weekly_ = &week_->second;
    ++week_;
  }
  return *found;
}

}  // namespace punctual
