#include "domain/calendar/business_hours.h"

#include <algorithm>
#include <optional>

namespace punctual {
namespace {

constexpr int day = 24 * 60;

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

}  // namespace punctual
