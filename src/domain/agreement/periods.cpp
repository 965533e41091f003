#include "domain/agreement/periods.h"

namespace punctual::agreement {
namespace {

using std::chrono::months;
using std::chrono::year_month;

year_month in_month(Date date) {
  const std::chrono::year_month_day day{date};
  return day.year() / day.month();
}
Date first_of(year_month month) {
  return Date{month / 1};
}

int months_of(Period period) {
  switch (period) {
    case Period::month:
      return 1;
    case Period::quarter:
      return 3;
    case Period::year:
    case Period::block:
      break;
  }
  return 12;
}

}  // namespace

Periods::Periods(Period period, Date began) : months_(months_of(period)), first_(in_month(began)) {}

int Periods::number_of(Date date) const {
  const auto since = static_cast<int>((in_month(date) - first_).count());
  return since >= 0 ? since / months_ : -((months_ - 1 - since) / months_);
}

Date Periods::begin(int number) const {
  return first_of(first_ + months{number * months_});
}

Date month_of(Date date) {
  return first_of(in_month(date));
}
Date next_month(Date date) {
  return first_of(in_month(date) + months{1});
}

}  // namespace punctual::agreement
