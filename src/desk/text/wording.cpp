#include "desk/text/wording.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "domain/calendar/weekday_names.h"

namespace punctual::text {
namespace {

using std::chrono::days;
using std::chrono::floor;

constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};

int minutes_of_day(WallTime wall) {
  return static_cast<int>((wall - floor<days>(wall)).count() / 60);
}

bool has_letter_names(std::string_view abbreviation) {
  return !abbreviation.empty() && abbreviation.front() != '+' && abbreviation.front() != '-';
}

std::string offset_words(Seconds offset) {
  if (offset == Seconds{0}) return "UTC";
  const auto minutes = std::abs(offset.count()) / 60;
  const char sign = offset.count() < 0 ? '-' : '+';
  if (minutes % 60 == 0) return fmt::format("UTC{}{}", sign, minutes / 60);
  return fmt::format("UTC{}{}:{:02}", sign, minutes / 60, minutes % 60);
}

// America's zones are spoken of without the season; the same letters mean other zones elsewhere, hence the
// offset.
std::string american(std::string_view abbreviation, Seconds offset) {
  constexpr std::array<std::string_view, 5> stems = {"E", "C", "M", "P", "AK"};
  if (offset >= Seconds{0}) return {};
  for (const auto stem : stems) {
    if (abbreviation.starts_with(stem) &&
        (abbreviation.substr(stem.size()) == "ST" || abbreviation.substr(stem.size()) == "DT")) {
      return std::string(stem) + "T";
    }
  }
  return {};
}

}  // namespace

std::string_view weekday_words(Date date) {
  return weekday_names[static_cast<std::size_t>(weekday_index(date))];
}

std::string date_words(Date date) {
  const std::chrono::year_month_day ymd{date};
  return fmt::format("{} {} {}", weekday_words(date), static_cast<unsigned>(ymd.day()),
                     months[static_cast<unsigned>(ymd.month()) - 1]);
}

std::string date_words(Date date, Date today) {
  const std::chrono::year_month_day ymd{date};
  const auto words = date_words(date);
  return ymd.year() == std::chrono::year_month_day{today}.year()
             ? words
             : fmt::format("{} {}", words, static_cast<int>(ymd.year()));
}

std::string month_words(Date date) {
  const std::chrono::year_month_day ymd{date};
  return fmt::format("{} {}", months[static_cast<unsigned>(ymd.month()) - 1], static_cast<int>(ymd.year()));
}

std::string day_words(Date date) {
  return fmt::format("{} {}", static_cast<unsigned>(std::chrono::year_month_day{date}.day()),
                     month_words(date));
}

std::string time_words(WallTime wall) {
  const int minutes = minutes_of_day(wall);
  const int hour = minutes / 60;
  return fmt::format("{}:{:02} {}", hour % 12 == 0 ? 12 : hour % 12, minutes % 60, hour < 12 ? "am" : "pm");
}

std::string clock_words(int minutes_of_day, ClockFace face) {
  const int minutes = minutes_of_day % 1440;
  if (face == ClockFace::of_24_hours)
    return minutes_of_day == 1440 ? "24:00" : fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
  if (minutes == 0) return "midnight";
  if (minutes == 720) return "noon";
  const int hour = minutes / 60;
  const int shown = hour % 12 == 0 ? 12 : hour % 12;
  const char* half = hour < 12 ? "am" : "pm";
  return minutes % 60 == 0 ? fmt::format("{} {}", shown, half)
                           : fmt::format("{}:{:02} {}", shown, minutes % 60, half);
}

std::string zone_words_at(Instant t, const TimeZone& zone) {
  const auto abbreviation = zone.abbreviation(t);
  return has_letter_names(abbreviation) ? std::string(abbreviation) : offset_words(zone.offset_at(t));
}

std::string zone_words(const TimeZone& zone, Instant now) {
  const std::string_view name = zone.name();
  if (name == "UTC" || name == "Etc/UTC") return "UTC";
  if (auto generic = american(zone.abbreviation(now), zone.offset_at(now)); !generic.empty()) return generic;
  const auto slash = name.rfind('/');
  if (slash == std::string_view::npos || name.starts_with("Etc/")) return zone_words_at(now, zone);
  std::string city(name.substr(slash + 1));
  for (char& c : city) c = c == '_' ? ' ' : c;
  return city + " time";
}

std::string instant_words(Instant t, const TimeZone& zone, Instant now) {
  return fmt::format("{}, {} {}", date_words(zone.date(t), zone.date(now)), time_words(zone.wall(t)),
                     zone_words_at(t, zone));
}

std::string near_words(Instant t, const TimeZone& zone, Instant now) {
  const auto apart = zone.date(t) - zone.date(now);
  const auto time = fmt::format("{} {}", time_words(zone.wall(t)), zone_words_at(t, zone));
  if (apart == days{0}) return "today at " + time;
  if (apart == days{1}) return "tomorrow at " + time;
  if (apart == days{-1}) return "yesterday at " + time;
  return fmt::format("{} at {}", date_words(zone.date(t), zone.date(now)), time);
}

std::string opening_words(Instant t, const TimeZone& zone, Instant now) {
  const auto date = zone.date(t);
  const auto apart = date - zone.date(now);
  const auto time = fmt::format("{} {}", clock_words(minutes_of_day(zone.wall(t))), zone_words(zone, now));
  if (apart == days{0}) return time;
  if (apart == days{1}) return "tomorrow " + time;
  if (apart > days{1} && apart < days{7}) return fmt::format("{} {}", weekday_words(date), time);
  return fmt::format("{} {}", date_words(date, zone.date(now)), time);
}

std::string work_words(const EstimateLine& line) {
  return line.kind.empty() ? line.text : line.text + " (" + line.kind + ")";
}

std::string duration_words(Seconds length) {
  if (length <= Seconds{0}) return "0 min";
  if (length < Seconds{60}) return "under a minute";
  const auto minutes = (length.count() + 30) / 60;
  if (minutes < 60) return fmt::format("{} min", minutes);
  if (minutes % 60 == 0) return fmt::format("{} h", minutes / 60);
  return fmt::format("{} h {} min", minutes / 60, minutes % 60);
}

std::string count_words(std::int64_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string target_words(Target target) {
  switch (target.unit) {
    case Target::Unit::seconds:
      return count_words(target.amount, "second", "seconds");
    case Target::Unit::minutes:
      return count_words(target.amount, "minute", "minutes");
    case Target::Unit::hours:
      return count_words(target.amount, "hour", "hours");
    case Target::Unit::business_days:
      return count_words(target.amount, "business day", "business days");
  }
  std::unreachable();
}

std::string target_adjective(Target target) {
  switch (target.unit) {
    case Target::Unit::seconds:
      return fmt::format("{}-second", target.amount);
    case Target::Unit::minutes:
      return fmt::format("{}-minute", target.amount);
    case Target::Unit::hours:
      return fmt::format("{}-hour", target.amount);
    case Target::Unit::business_days:
      return fmt::format("{}-business-day", target.amount);
  }
  std::unreachable();
}

std::string size_words(std::int64_t bytes) {
  if (bytes < 1'000) return count_words(bytes, "byte", "bytes");
  if (bytes < 1'000'000) return fmt::format("{} kB", (bytes + 500) / 1'000);
  const auto tenths = (bytes + 50'000) / 100'000;
  return tenths % 10 == 0 ? fmt::format("{} MB", tenths / 10)
                          : fmt::format("{}.{} MB", tenths / 10, tenths % 10);
}

}  // namespace punctual::text
