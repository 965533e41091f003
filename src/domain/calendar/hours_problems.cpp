#include "domain/calendar/hours_problems.h"

#include <algorithm>

#include "domain/calendar/calendar.h"

namespace punctual {
namespace {

constexpr int day = 24 * 60;
constexpr int latest_unasked_close = day + 16 * 60;  // SEMANTICS 3
constexpr std::array<std::string_view, 7> day_names{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

using Problems = std::vector<HoursProblem>;

std::string at(const std::string& place, std::size_t i) {
  return place + "[" + std::to_string(i) + "]";
}

void check_day(const std::string& place, const DayHours& hours, Problems& found) {
  for (std::size_t i = 0; i < hours.size(); ++i) {
    const auto& [open, close] = hours[i];
    // 00:00–24:00 is a whole date; any other 24 hours would be written 09:00–09:00.
    if (open == close || (close == open + day && open != 0)) {
      found.push_back({at(place, i), "opens and closes at " + format_minutes(open),
                       "give it a length, or remove the interval"});
    } else if (open < 0 || open >= day || close < open || close > open + day) {
      found.push_back({at(place, i), "does not begin on its date and last less than 24 hours",
                       "open between 00:00 and 23:59 and close within a day of it"});
    } else if (close > latest_unasked_close) {
      found.push_back({at(place, i), "runs on past midnight for more than 16 hours",
                       "confirm that it is meant, or mend the closing time", true});
    }
  }
}

void check_week(const std::string& place, const WeeklyHours& week, Problems& found) {
  for (std::size_t i = 0; i < week.size(); ++i)
    check_day(place + "." + std::string(day_names[i]), week[i], found);
}

/// From when on the rules hold that follow: after the last dated entry they are the same for good.
void check_openings(const BusinessHours& hours, const TimeZone& zone, Instant now, Problems& found) {
  const auto calendar = Calendar::compile(hours, zone);
  const auto shut_from = [&](Date d) { return !calendar.next_opening(std::max(now, zone.midnight(d))); };
  if (!calendar.next_opening(now)) {
    found.push_back(
        {"weekly", "never opens, so no promise is possible", "give at least one weekday its hours"});
    return;
  }
  std::size_t i = 0;
  for (const auto& [from, week] : hours.weekly_from) {
    if (shut_from(from)) {
      found.push_back({at("weekly_from", i) + ".weekly",
                       "never opens again, so no promise is possible from then on",
                       "give at least one weekday its hours, or remove this week"});
      return;
    }
    ++i;
  }
  Date last{};
  if (!hours.holidays.empty()) last = std::max(last, hours.holidays.rbegin()->first);
  if (!hours.exceptions.empty()) last = std::max(last, hours.exceptions.rbegin()->first);
  if (shut_from(last + std::chrono::days{2}))
    found.push_back(
        {hours.weekly_from.empty() ? "weekly" : at("weekly_from", hours.weekly_from.size() - 1) + ".weekly",
         "never opens again after the last exception, so no promise is possible from then on",
         "give at least one weekday its hours"});
}

}  // namespace

std::vector<HoursProblem> problems_of(const BusinessHours& hours, const ZoneSource& zones, Instant now) {
  Problems found;
  const auto zone = hours.zone.empty() ? std::nullopt : zones.find(hours.zone);
  if (!zone)
    found.push_back(
        {"zone",
         hours.zone.empty() ? "no time zone is named" : "there is no time zone \"" + hours.zone + "\"",
         "name one, such as America/New_York"});
  if (hours.always_open) return found;
  check_week("weekly", hours.weekly, found);
  std::size_t i = 0;
  for (const auto& [from, week] : hours.weekly_from)
    check_week(at("weekly_from", i++) + ".weekly", week, found);
  i = 0;
  for (const auto& [date, day_hours] : hours.exceptions)
    check_day(at("exceptions", i++) + ".hours", day_hours, found);
  if (std::ranges::all_of(found, &HoursProblem::confirmable)) check_openings(hours, *zone, now, found);
  return found;
}

}  // namespace punctual
