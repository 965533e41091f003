#include "domain/calendar/business_hours.h"

#include <algorithm>

#include "domain/time/rfc3339.h"

namespace punctual {
namespace {

constexpr int day = 24 * 60;
constexpr int latest_unasked_close = day + 16 * 60;  // SEMANTICS 3
constexpr std::array<std::string_view, 7> day_names{"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};

std::optional<int> parse_minutes(std::string_view text) {
  const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  if (text.size() != 5 || text[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4))
    return std::nullopt;
  const int hours = (text[0] - '0') * 10 + (text[1] - '0');
  const int minutes = (text[3] - '0') * 10 + (text[4] - '0');
  if (minutes > 59 || hours > 24 || (hours == 24 && minutes != 0)) return std::nullopt;
  return hours * 60 + minutes;
}

HoursProblem not_a_time(std::string_view text) {
  return {.place = {},
          .problem = "\"" + std::string(text.substr(0, 40)) + "\" is no time of day",
          .remedy = "write hours and minutes, as in 09:00; only a close may be 24:00"};
}

HoursProblem without_length(int at) {
  return {.place = {},
          .problem = "opens and closes at " + format_minutes(at),
          .remedy = "give it a length, or remove the interval"};
}

void check_day(const std::string& place, const DayHours& hours, std::vector<HoursProblem>& found) {
  for (const auto& [open, close] : hours) {
    const auto at = place + " " + format_minutes(open) + "–" + format_minutes(close);
    if (open == close || close == open + day) {
      auto problem = without_length(open);
      // 00:00–24:00 is a whole date; any other 24 hours would be written 09:00–09:00.
      if (open == close || open != 0) {
        problem.place = at;
        found.push_back(std::move(problem));
      }
    } else if (open < 0 || open >= day || close < open || close > open + day) {
      found.push_back({at, "does not begin on its date and last less than 24 hours",
                       "open between 00:00 and 23:59 and close within a day of it"});
    } else if (close > latest_unasked_close) {
      found.push_back({at, "runs on past midnight for more than 16 hours",
                       "confirm that it is meant, or mend the closing time", true});
    }
  }
}

void check_week(const std::string& place, const WeeklyHours& week, std::vector<HoursProblem>& found) {
  for (std::size_t i = 0; i < week.size(); ++i)
    check_day(place + "." + std::string(day_names[i]), week[i], found);
}

bool opens(const WeeklyHours& week) {
  return std::ranges::any_of(week, [](const DayHours& hours) { return !hours.empty(); });
}

}  // namespace

int weekday_index(Date d) {
  return static_cast<int>(std::chrono::weekday{d}.iso_encoding()) - 1;
}

const WeeklyHours& BusinessHours::week_on(Date d) const {
  const auto later = weekly_from.upper_bound(d);
  return later == weekly_from.begin() ? weekly : std::prev(later)->second;
}

const DayHours& BusinessHours::weekly_on(Date d) const {
  return week_on(d)[static_cast<std::size_t>(weekday_index(d))];
}

const DayHours& BusinessHours::on(Date d) const {
  static const DayHours none;
  if (const auto exception = exceptions.find(d); exception != exceptions.end()) return exception->second;
  return holidays.contains(d) ? none : weekly_on(d);
}

std::expected<WallInterval, HoursProblem> parse_hours(std::string_view open, std::string_view close) {
  const auto opens_at = parse_minutes(open);
  if (!opens_at || *opens_at == day) return std::unexpected(not_a_time(open));
  const auto closes_at = parse_minutes(close);
  if (!closes_at) return std::unexpected(not_a_time(close));
  if (*opens_at == *closes_at) return std::unexpected(without_length(*opens_at));
  return WallInterval{*opens_at, *closes_at < *opens_at ? *closes_at + day : *closes_at};
}

std::string format_minutes(int minutes) {
  if (minutes > day) minutes -= day;
  const auto two = [](int n) { return std::string(n < 10 ? "0" : "").append(std::to_string(n)); };
  return two(minutes / 60) + ":" + two(minutes % 60);
}

std::vector<HoursProblem> problems_of(const BusinessHours& hours) {
  std::vector<HoursProblem> found;
  if (hours.zone.empty())
    found.push_back({"business_hours.zone", "no time zone is named", "name one, such as America/New_York"});
  if (hours.always_open) return found;
  check_week("business_hours", hours.weekly, found);
  bool ever = opens(hours.weekly);
  for (const auto& [from, week] : hours.weekly_from) {
    check_week("business_hours.from " + format_date(from), week, found);
    ever = ever || opens(week);
  }
  for (const auto& [date, day_hours] : hours.exceptions) {
    check_day("business_hours.exceptions." + format_date(date), day_hours, found);
    ever = ever || !day_hours.empty();
  }
  if (!ever)
    found.push_back(
        {"business_hours", "never opens, so no promise is possible", "give at least one weekday its hours"});
  return found;
}

std::expected<BusinessHours, std::vector<HoursProblem>> validated(BusinessHours hours, Confirmed confirmed) {
  auto found = problems_of(hours);
  if (confirmed == Confirmed::yes)
    std::erase_if(found, [](const HoursProblem& problem) { return problem.confirmable; });
  if (!found.empty()) return std::unexpected(std::move(found));
  return hours;
}

}  // namespace punctual
