#pragma once

#include <map>
#include <string>

#include "domain/calendar/business_hours.h"

namespace punctual {

/// 00:00–24:00, as on every date of a calendar that is always open.
const DayHours& whole_day();

/// What BusinessHours::on says, date after date without looking each one up.
class DateAfterDate {
 public:
  DateAfterDate(const BusinessHours& hours, Date first);

  /// Of the date this stands at, which it then leaves.
  const DayHours& next();

 private:
  const BusinessHours& hours_;
  Date date_;
  std::size_t weekday_;
  const WeeklyHours* weekly_ = &hours_.weekly;
  std::map<Date, WeeklyHours>::const_iterator week_;
  std::map<Date, std::string>::const_iterator holiday_;
  std::map<Date, DayHours>::const_iterator exception_;
};

}  // namespace punctual
