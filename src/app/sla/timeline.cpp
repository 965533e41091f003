#include "app/sla/timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "app/sla/reason_names.h"
#include "domain/calendar/sentences.h"
#include "domain/calendar/weekday_names.h"

namespace punctual::app {
namespace {

using std::chrono::days;

constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

enum class Side { left, right };
constexpr std::array<Side, 6> sides{Side::left,  Side::right, Side::left,
                                    Side::right, Side::right, Side::left};
// Date, time, end, length, counted so far, why.
using Line = std::array<std::string, sides.size()>;

std::string time_of(Instant t, const TimeZone& zone) {
  const auto text = spoken(t, zone);
  return text.substr(text.find(", ") + 2);
}

/// "30 min", "7 h 30 min", "1 h 0 min 5 s": no days, since a day is not 24 hours here.
std::string short_length(Seconds length) {
  const auto all = length.count();
  const auto hours = all / 3600;
  const auto minutes = all / 60 % 60;
  const auto seconds = all % 60;
  std::string text;
  if (hours > 0) text += fmt::format("{} h ", hours);
  if (minutes > 0 || (hours > 0 && seconds > 0)) text += fmt::format("{} min ", minutes);
  if (seconds > 0 || all == 0) text += fmt::format("{} s ", seconds);
  text.pop_back();
  return text;
}

/// Where it ends; up to midnight is said as that, on the day it ends.
std::string end_of(Interval time, const TimeZone& zone) {
  const auto wall = zone.wall(time.closes);
  const bool at_midnight = wall == WallTime{std::chrono::floor<days>(wall)};
  const auto date = std::chrono::floor<days>(at_midnight ? wall - Seconds{1} : wall);
  const auto clock = at_midnight ? std::string("midnight") : time_of(time.closes, zone);
  return date == zone.date(time.opens) ? clock : short_date(date) + ", " + clock;
}

/// "; clocks go forward 1 hour on Sun 10 Mar 2024", once for each change within the stretch. Clocks that
/// change twice within a day do not exist.
std::string changes_within(Interval time, const TimeZone& zone) {
  std::string said;
  for (auto t = time.opens - Seconds{1}; t < time.closes;) {
    const auto next = std::min(t + days{1}, time.closes);
    const auto moved = zone.offset_at(next) - zone.offset_at(t);
    if (moved != Seconds{0}) {
      auto before = t;
      auto after = next;
      while (after - before > Seconds{1}) {
        const auto middle = before + (after - before) / 2;
        (zone.offset_at(middle) == zone.offset_at(t) ? before : after) = middle;
      }
      // A change at the very end belongs to what follows.
      if (after < time.closes)
        said += fmt::format("; clocks go {} {} on {}", moved > Seconds{0} ? "forward" : "back",
                            spoken(moved > Seconds{0} ? moved : -moved), short_date(zone.date(after)));
    }
    t = next;
  }
  return said;
}

std::size_t width(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string aligned(const std::vector<Line>& lines) {
  std::array<std::size_t, sides.size()> widths{};
  for (const auto& line : lines)
    for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], width(line[i]));
  std::string text;
  for (const auto& line : lines) {
    std::string row;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const std::string gap(widths[i] - width(line[i]), ' ');
      row += i != 2 ? "  " : &line == &lines.front() ? "   " : " – ";
      row += sides[i] == Side::left ? line[i] + gap : gap + line[i];
    }
    row.resize(row.find_last_not_of(' ') + 1);
    text += row + '\n';
  }
  return text;
}

}  // namespace

std::string short_date(Date date) {
  const std::chrono::year_month_day ymd{date};
  return fmt::format("{} {:2} {} {}", weekday_letters(static_cast<std::size_t>(weekday_index(date))),
                     static_cast<unsigned>(ymd.day()), months[static_cast<unsigned>(ymd.month()) - 1],
                     static_cast<int>(ymd.year()));
}

std::string timeline(const Explanation& explanation, const TimeZone& zone) {
  std::vector<Line> lines{{"From", "", "to", "length", "so far", ""}};
  Seconds sum{0};
  for (const auto& stretch : explanation.stretches) {
    sum += stretch.counted;
    lines.push_back({short_date(zone.date(stretch.time.opens)), time_of(stretch.time.opens, zone),
                     end_of(stretch.time, zone), short_length(stretch.time.length()),
                     stretch.counted > Seconds{0} ? short_length(sum) : "",
                     in_words(stretch) + changes_within(stretch.time, zone)});
  }
  return aligned(lines);
}

}  // namespace punctual::app
