#include <fmt/format.h>

#include <array>
#include <vector>

#include "desk/text/wording.h"
#include "domain/calendar/weekday_names.h"

namespace punctual::text {
namespace {

// "Monday–Wednesday and Friday": days that follow one another are one span, two days stay two.
std::string days_words(const std::vector<std::size_t>& days) {
  std::vector<std::string> spans;
  for (std::size_t i = 0; i < days.size();) {
    std::size_t last = i;
    while (last + 1 < days.size() && days[last + 1] == days[last] + 1) ++last;
    const char* joined = last == i + 1 ? " and " : "–";
    spans.push_back(last == i
                        ? std::string(weekday_names[days[i]])
                        : fmt::format("{}{}{}", weekday_names[days[i]], joined, weekday_names[days[last]]));
    i = last + 1;
  }
  std::string out;
  for (std::size_t i = 0; i < spans.size(); ++i) out += (i == 0 ? "" : ", ") + spans[i];
  return out;
}

}  // namespace

std::string day_hours_words(const DayHours& day, ClockFace face) {
  std::string out;
  for (const auto& span : day) {
    if (!out.empty()) out += " and ";
    if (span.open == 0 && span.close == 1440) {
      out += "all day";
    } else {
      const auto* until = face == ClockFace::of_24_hours ? "–" : " – ";
      out += clock_words(span.open, face) + until + clock_words(span.close, face);
    }
  }
  return out;
}

std::string hours_words(const WeeklyHours& weekly, const TimeZone& zone, Instant now, ClockFace face) {
  std::string out;
  std::array<bool, 7> told{};
  for (std::size_t day = 0; day < weekly.size(); ++day) {
    if (told[day] || weekly[day].empty()) continue;
    std::vector<std::size_t> alike;
    for (std::size_t other = day; other < weekly.size(); ++other) {
      if (weekly[other] != weekly[day]) continue;
      alike.push_back(other);
      told[other] = true;
    }
    if (!out.empty()) out += "; ";
    out += fmt::format("{}, {}", days_words(alike), day_hours_words(weekly[day], face));
  }
  return out.empty() ? "by appointment" : fmt::format("{} {}", out, zone_words(zone, now));
}

std::string always_open_words() {
  return "24 hours a day, every day";
}

}  // namespace punctual::text
