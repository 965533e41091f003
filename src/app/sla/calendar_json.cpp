#include "app/sla/calendar_json.h"

#include <array>
#include <optional>

#include "app/sla/reading.h"
#include "domain/calendar/weekday_names.h"
#include "domain/time/rfc3339.h"

namespace punctual::batch {
namespace {

namespace json = boost::json;

Date as_date(std::string_view text, std::string_view place) {
  const auto date = parse_date(text);
  if (!date) refuse(place, "one is no date that exists; write it as in 2024-12-25");
  return *date;
}

DayHours read_day(const json::value& value, const std::string& place) {
  DayHours hours;
  for (const auto& entry : as_array(value, place)) {
    const auto& pair = as_array(entry, place);
    if (pair.size() != 2) refuse(place, "an interval has no two ends; write it as in [\"09:00\",\"17:00\"]");
    const auto interval = parse_hours(as_string(pair[0], place), as_string(pair[1], place));
    if (!interval) refuse(place, interval.error().problem + "; " + interval.error().remedy);
    hours.push_back(*interval);
  }
  return hours;
}

/// A list of dates; or, so that an explanation can name them, an object from dates to names.
void read_holidays(const json::value& value, BusinessHours& rules) {
  constexpr auto place = "calendar.holidays";
  if (value.is_object())
    for (const auto& [date, name] : value.get_object())
      rules.holidays.emplace(as_date(date, place), as_string(name, place));
  else
    for (const auto& date : as_array(value, place))
      rules.holidays.emplace(as_date(as_string(date, place), place), "");
}

BusinessHours read_rules(const json::object& object) {
  BusinessHours rules;
  if (const auto* weekly = member(object, "weekly")) {
    const auto& week = as_object(*weekly, "calendar.weekly");
    for (std::size_t i = 0; i < weekday_keys.size(); ++i)
      if (const auto* day = member(week, weekday_keys[i]))
        rules.weekly[i] = read_day(*day, std::string("calendar.weekly.").append(weekday_keys[i]));
  }
  if (const auto* holidays = member(object, "holidays")) read_holidays(*holidays, rules);
  if (const auto* exceptions = member(object, "exceptions"))
    for (const auto& [date, hours] : as_object(*exceptions, "calendar.exceptions"))
      rules.exceptions.emplace(as_date(date, "calendar.exceptions"),
                               read_day(hours, "calendar.exceptions." + std::string(date)));
  return rules;
}

class Reader {
 public:
  explicit Reader(const ZoneSource& zones) : zones_(zones) {}

  Calendar calendar(const json::value& value) {
    auto read = any(value);
    if (!read) refuse("calendar", "has no time_zone; name one, such as America/New_York");
    return std::move(*read);
  }

 private:
  /// Nothing for 24x7 without a zone inside a union: it takes the others'.
  std::optional<Calendar> any(const json::value& value, bool inside_union = false) {
    const auto& object = as_object(value, "calendar");
    const auto named = zone(object);
    if (const auto* coverage = member(object, "coverage")) {
      if (as_string(*coverage, "calendar.coverage") != "24x7")
        refuse("calendar.coverage", "is not \"24x7\"; write that, or give weekly hours instead");
      if (!named && inside_union) return std::nullopt;
      return Calendar::always(named ? *named : TimeZone::utc());
    }
    if (const auto* members = member(object, "union"))
      return unite(as_array(*members, "calendar.union"), inside_union);
    if (!named) refuse("calendar.time_zone", "is missing; name one, such as America/New_York");
    auto rules = read_rules(object);
    rules.zone = named->name();
    return Calendar::compile(std::move(rules), *named);
  }

  std::optional<Calendar> unite(const json::array& members, bool inside_union) {
    std::vector<Calendar> calendars;
    bool always = false;
    for (const auto& one : members) {
      auto read = any(one, true);
      always = always || !read;
      if (!read) continue;
      if (!calendars.empty() && calendars.front().zone().name() != read->zone().name())
        refuse("calendar.union", "its members keep different time zones; write all in one");
      calendars.push_back(std::move(*read));
    }
    if (always && calendars.empty() && inside_union) return std::nullopt;
    if (always)
      calendars.push_back(Calendar::always(calendars.empty() ? TimeZone::utc() : calendars.front().zone()));
    return Calendar::unite(std::move(calendars));
  }

  std::optional<TimeZone> zone(const json::object& object) {
    const auto* name = member(object, "time_zone");
    if (name == nullptr) return std::nullopt;
    auto found = zones_.find(as_string(*name, "calendar.time_zone"));
    if (!found)
      refuse("calendar.time_zone", "is no zone of the IANA database; name one, such as America/New_York");
    return found;
  }

  const ZoneSource& zones_;
};

}  // namespace

std::expected<Calendar, std::string> read_calendar(const json::value& value, const ZoneSource& zones) {
  try {
    return Reader(zones).calendar(value);
  } catch (const Wrong& wrong) {
    return std::unexpected(wrong.text);
  }
}

}  // namespace punctual::batch
