#include "domain/calendar/sentences.h"

#include <array>
#include <string_view>

namespace punctual {
namespace {

using std::chrono::days;

constexpr std::array<std::string_view, 7> weekdays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                   "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

struct Unit {
  std::int64_t seconds;
  std::string_view name;
};
constexpr std::array<Unit, 3> units{{{3600, "hour"}, {60, "minute"}, {1, "second"}}};

std::string spoken_date(WallTime w, bool with_year) {
  const auto date = std::chrono::floor<days>(w);
  const std::chrono::year_month_day ymd{date};
  std::string text(weekdays[static_cast<std::size_t>(weekday_index(date))]);
  text.append(" ").append(std::to_string(static_cast<unsigned>(ymd.day()))).append(" ");
  text.append(months[static_cast<unsigned>(ymd.month()) - 1]);
  if (with_year) text.append(" ").append(std::to_string(static_cast<int>(ymd.year())));
  return text;
}

std::string spoken_time(WallTime w) {
  const std::chrono::hh_mm_ss time{w - std::chrono::floor<days>(w)};
  const auto two = [](auto n) { return std::string(n < 10 ? ":0" : ":").append(std::to_string(n)); };
  const auto hour = time.hours().count();
  auto text = std::to_string(hour % 12 == 0 ? 12 : hour % 12) + two(time.minutes().count());
  if (time.seconds().count() != 0) text += two(time.seconds().count());
  return text + (hour < 12 ? " AM" : " PM");
}

std::string outcome(const Stretch& stretch) {
  switch (stretch.reason) {
    case Reason::open:
      return spoken(stretch.counted) + " counted";
    case Reason::before_submission:
      return "before the request, not counted";
    case Reason::closed:
      return "closed, not counted";
    case Reason::holiday:
      return (stretch.name.empty() ? "holiday" : "holiday (" + stretch.name + ")") + ", not counted";
    case Reason::exception:
      return "closed that day by exception, not counted";
    case Reason::paused:
      return "waiting for your answer, not counted";
  }
  return {};
}

/// One stretch; years are named where the explanation spans several.
std::string sentence(const Stretch& stretch, const TimeZone& zone, bool with_year) {
  const auto opens = zone.wall(stretch.time.opens);
  const auto closes = zone.wall(stretch.time.closes);
  auto text = spoken_date(opens, with_year) + ", " + spoken_time(opens) + " to ";
  // Up to midnight is said as that, on the day it ends.
  const auto last_date = std::chrono::floor<days>(closes - Seconds{1});
  const bool at_midnight = closes == WallTime{std::chrono::floor<days>(closes)};
  if (last_date != std::chrono::floor<days>(opens))
    text += spoken_date(at_midnight ? closes - Seconds{1} : closes, with_year) + ", ";
  text += at_midnight ? "midnight" : spoken_time(closes);
  text += ": " + outcome(stretch);
  if (closes - opens != stretch.time.length()) text += " (the clocks change in between)";
  return text + ".";
}

}  // namespace

std::string spoken(Seconds length) {
  std::string text;
  auto left = length.count();
  for (const auto& [seconds, name] : units) {
    const auto n = left / seconds;
    left %= seconds;
    if (n == 0) continue;
    if (!text.empty()) text += ' ';
    text.append(std::to_string(n)).append(" ").append(name).append(n == 1 ? "" : "s");
  }
  return text.empty() ? "0 minutes" : text;
}

std::string spoken(Instant t, const TimeZone& zone) {
  const auto w = zone.wall(t);
  return spoken_date(w, false) + ", " + spoken_time(w);
}

std::vector<std::string> sentences(const Explanation& explanation, const TimeZone& zone) {
  std::vector<std::string> said;
  const auto year_of = [&](Instant t) { return std::chrono::year_month_day{zone.date(t)}.year(); };
  const bool with_year = !explanation.stretches.empty() &&
                         year_of(explanation.stretches.front().time.opens) != year_of(explanation.to);
  for (const auto& stretch : explanation.stretches) said.push_back(sentence(stretch, zone, with_year));
  said.push_back("In all " + spoken(explanation.total) + " counted. Times are " + zone.name() + " time.");
  return said;
}

}  // namespace punctual
