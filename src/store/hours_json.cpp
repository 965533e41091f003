#include "store/hours_json.h"

#include <boost/describe.hpp>
#include <stdexcept>

#include "domain/time/rfc3339.h"
#include "store/json/read.h"
#include "store/json/write.h"

namespace punctual::store {

namespace {

struct IntervalJson {
  int open;
  int close;
};
BOOST_DESCRIBE_STRUCT(IntervalJson, (), (open, close))

struct WeekJson {
  std::string from;
  std::vector<std::vector<IntervalJson>> days;
};
BOOST_DESCRIBE_STRUCT(WeekJson, (), (from, days))

struct HolidayJson {
  std::string date;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(HolidayJson, (), (date, name))

struct ExceptionJson {
  std::string date;
  std::vector<IntervalJson> hours;
};
BOOST_DESCRIBE_STRUCT(ExceptionJson, (), (date, hours))

struct HoursJson {
  std::string zone;
  bool always_open;
  std::vector<WeekJson> weeks;  // the first from the beginning, with an empty date
  std::vector<HolidayJson> holidays;
  std::vector<ExceptionJson> exceptions;
};
BOOST_DESCRIBE_STRUCT(HoursJson, (), (zone, always_open, weeks, holidays, exceptions))

std::vector<IntervalJson> day_to_json(const DayHours& day) {
  std::vector<IntervalJson> result;
  for (const auto& interval : day) result.push_back({interval.open, interval.close});
  return result;
}

DayHours day_of(const std::vector<IntervalJson>& day) {
  DayHours result;
  for (const auto& interval : day) result.push_back({interval.open, interval.close});
  return result;
}

WeekJson week_to_json(std::string from, const WeeklyHours& week) {
  WeekJson result{std::move(from), {}};
  for (const auto& day : week) result.days.push_back(day_to_json(day));
  return result;
}

WeeklyHours week_of(const WeekJson& week) {
  if (week.days.size() != 7) throw std::runtime_error("stored hours are damaged: a week has seven days");
  WeeklyHours result;
  for (std::size_t i = 0; i < 7; ++i) result[i] = day_of(week.days[i]);
  return result;
}

Date date_of(const std::string& text) {
  const auto date = parse_date(text);
  if (!date) throw std::runtime_error("stored hours are damaged: " + text + " is not a date");
  return *date;
}

}  // namespace

std::string hours_to_json(const BusinessHours& hours) {
  HoursJson result{hours.zone, hours.always_open, {week_to_json("", hours.weekly)}, {}, {}};
  for (const auto& [date, week] : hours.weekly_from)
    result.weeks.push_back(week_to_json(format_date(date), week));
  for (const auto& [date, name] : hours.holidays) result.holidays.push_back({format_date(date), name});
  for (const auto& [date, day] : hours.exceptions)
    result.exceptions.push_back({format_date(date), day_to_json(day)});
  return json::to_json(result);
}

BusinessHours hours_from_json(std::string_view text) {
  const auto read = json::from_json<HoursJson>(text);
  if (!read || read->weeks.empty()) throw std::runtime_error("stored hours are damaged");
  BusinessHours hours;
  hours.zone = read->zone;
  hours.always_open = read->always_open;
  for (const auto& week : read->weeks)
    (week.from.empty() ? hours.weekly : hours.weekly_from[date_of(week.from)]) = week_of(week);
  for (const auto& holiday : read->holidays) hours.holidays[date_of(holiday.date)] = holiday.name;
  for (const auto& exception : read->exceptions)
    hours.exceptions[date_of(exception.date)] = day_of(exception.hours);
  return hours;
}

}  // namespace punctual::store
