#include "sla_questions.h"

#include <algorithm>
#include <array>
#include <random>

#include "domain/time/rfc3339.h"

namespace punctual::bench {
namespace {

using std::chrono::days;

const DayHours nine_to_five{{540, 1020}};

Date first_of(int year) {
  return Date{std::chrono::year{year} / 1 / 1};
}

Instant begin() {
  return Instant{first_of(first_year).time_since_epoch()};
}

/// Not std::uniform_int_distribution: what that makes of a seed is the library's own.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : made_(seed) {}
  std::size_t below(std::size_t end) { return made_() % end; }
  Instant instant() {
    const auto span = (first_of(first_year + years) - first_of(first_year)) - days{30};
    return begin() + Seconds{static_cast<std::int64_t>(
                         below(static_cast<std::size_t>(std::chrono::seconds{span}.count())))};
  }

 private:
  std::mt19937_64 made_;
};

std::string quoted(const std::string& text) {
  return '"' + text + '"';
}

/// Twenty that differ: ten weeks, with and without a lunch, in five zones; two years of holidays.
std::vector<std::string> calendars() {
  constexpr std::array zones{"America/New_York", "Europe/Berlin", "Australia/Sydney", "Asia/Kolkata", "UTC"};
  std::vector<std::string> made;
  for (int i = 0; i < 20; ++i) {
    const auto opens = (i % 4 < 2 ? "0" : "1") + std::to_string(i % 4 < 2 ? 8 + i % 2 : i % 2) + ":00";
    const auto day = i % 3 == 0 ? R"([[")" + opens + R"(","12:00"],["13:00","18:00"]])"
                                : R"([[")" + opens + R"(","18:00"]])";
    std::string json = R"({"time_zone":")" + std::string(zones[static_cast<std::size_t>(i) % zones.size()]) +
                       R"(","weekly":{)";
    for (const auto* name : {"mon", "tue", "wed", "thu", "fri"})
      json.append(json.back() == '{' ? "" : ",").append(quoted(name)).append(":").append(day);
    json += R"(},"holidays":[)";
    for (int year = 2026; year < 2028; ++year)
      for (int n = 0; n < 13; ++n)
        json.append(json.back() == '[' ? "" : ",")
            .append(quoted(format_date(first_of(year) + days{28 * n + i})));
    made.push_back(json + R"(],"exceptions":{"2026-12-24":[["09:00","12:00"]]}})");
  }
  return made;
}

std::string time(Instant t) {
  return quoted(format_rfc3339(t));
}

std::string events(Instant submitted) {
  using std::chrono::hours;
  const auto event = [&](int at, const char* type) {
    return R"({"at":)" + time(submitted + hours{at}) + R"(,"type":")" + type + R"("})";
  };
  return "[" + event(0, "submitted") + "," + event(0, "auto_reply") + "," + event(3, "human_reply") + "," +
         event(20, "waiting_on_client") + "," + event(45, "client_reply") + "," + event(50, "human_reply") +
         "]";
}

}  // namespace

BusinessHours office_hours() {
  BusinessHours hours;
  hours.zone = "America/New_York";
  for (std::size_t weekday = 0; weekday < 5; ++weekday) hours.weekly[weekday] = nine_to_five;
  for (int year = first_year; year < first_year + years; ++year)
    for (int n = 0; n < 13; ++n) {
      auto date = first_of(year) + days{28 * n};
      while (weekday_index(date) > 4) date += days{1};
      hours.holidays[date] = "Holiday " + std::to_string(n + 1);
    }
  return hours;
}

std::vector<Instant> random_instants(std::size_t count) {
  Chance chance(42);
  std::vector<Instant> made(count);
  std::ranges::generate(made, [&] { return chance.instant(); });
  return made;
}

std::string batch_lines(std::size_t count) {
  constexpr std::array targets{"30m", "4h", "8h", "1bd", "2bd", "5bd"};
  const auto known = calendars();
  Chance chance(7);
  std::string lines;
  for (std::size_t n = 0; n < count; ++n) {
    const auto target = quoted(targets[chance.below(targets.size())]);
    const auto at = chance.instant();
    lines += R"({"id":"q)" + std::to_string(n) + R"(","calendar":)" + known[chance.below(known.size())];
    switch (chance.below(4)) {
      case 0:
        lines += R"(,"op":"due","start":)" + time(at) + R"(,"target":)" + target;
        break;
      case 1:
        lines += R"(,"op":"elapsed","from":)" + time(at) + R"(,"to":)" +
                 time(at + Seconds{static_cast<std::int64_t>(chance.below(2'000'000))});
        break;
      case 2:
        lines += R"(,"op":"is_open","at":)" + time(at);
        break;
      default:
        lines += R"(,"op":"sla","policy":{"first_reply":"4h","next_reply":"8h","resolution":)" + target +
                 R"(},"events":)" + events(at) + R"(,"now":)" + time(at + days{3});
    }
    lines += "}\n";
  }
  return lines;
}

TwoLowerBounds::TwoLowerBounds(std::span<const Interval> intervals) {
  std::int64_t sum = 0;
  for (const auto& interval : intervals) {
    opens_.push_back(interval.opens.time_since_epoch().count());
    closes_.push_back(interval.closes.time_since_epoch().count());
    counted_.push_back(sum += interval.length().count());
  }
}

std::int64_t TwoLowerBounds::due(std::int64_t start, std::int64_t amount) const {
  const auto index = [](const std::vector<std::int64_t>& array, std::int64_t value) {
    return static_cast<std::size_t>(std::lower_bound(array.begin(), array.end(), value) - array.begin());
  };
  const auto first = index(closes_, start + 1);
  const auto wanted = counted_[first] - (closes_[first] - std::max(start, opens_[first])) + amount;
  const auto last = index(counted_, wanted);
  return closes_[last] - (counted_[last] - wanted);
}

}  // namespace punctual::bench
