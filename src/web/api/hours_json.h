#pragma once

#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "desk/business_hours.h"
#include "domain/time/zone_source.h"
#include "store/json/write.h"
#include "web/api/problem.h"

namespace punctual::web {

/// Each interval as ["09:00", "17:00"].
using DayJson = std::vector<std::vector<std::string>>;

struct WeekJson {
  DayJson mon, tue, wed, thu, fri, sat, sun;
};
BOOST_DESCRIBE_STRUCT(WeekJson, (), (mon, tue, wed, thu, fri, sat, sun))

struct DatedWeekJson {
  std::string date;
  WeekJson weekly;
};
BOOST_DESCRIBE_STRUCT(DatedWeekJson, (), (date, weekly))

struct HolidayJson {
  std::string date;
  std::string name;
  json::Nullable<std::string> source;
  bool struck_out = false;
};
BOOST_DESCRIBE_STRUCT(HolidayJson, (), (date, name, source, struck_out))

struct ExceptionJson {
  std::string date;
  DayJson hours;
};
BOOST_DESCRIBE_STRUCT(ExceptionJson, (), (date, hours))

struct HoursJson {
  std::string time_zone;
  WeekJson weekly;
  std::vector<DatedWeekJson> weekly_from;
  std::vector<HolidayJson> holidays;
  std::vector<ExceptionJson> exceptions;
};
BOOST_DESCRIBE_STRUCT(HoursJson, (), (time_zone, weekly, weekly_from, holidays, exceptions))

WeekJson week_json(const WeeklyHours& week);
HoursJson hours_json(const desk::HoursVersion& hours);
HolidayJson holiday_json(const desk::HolidayEntry& entry);

/// What a person wrote, checked; fields are named from "hours." on.
struct ReadHours {
  desk::HoursVersion hours;
  std::vector<ProblemField> wrong;
  std::vector<ProblemField> to_confirm;  ///< legal but doubtful
};
ReadHours read_hours(const HoursJson& json, const ZoneSource& zones, Instant now);

/// A person's week, as people write it: no holidays, no exceptions.
struct PersonWeekJson {
  std::string time_zone;
  WeekJson weekly;
  std::vector<DatedWeekJson> weekly_from;
};
BOOST_DESCRIBE_STRUCT(PersonWeekJson, (), (time_zone, weekly, weekly_from))
PersonWeekJson person_week_json(const BusinessHours& week);
/// What is no hours or no date is noted in `wrong`, named from `place` on; the rest is the desk's to judge.
BusinessHours read_person_week(const PersonWeekJson& json, const std::string& place,
                               std::vector<ProblemField>& wrong);

}  // namespace punctual::web
