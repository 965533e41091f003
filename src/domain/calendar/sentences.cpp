#include "domain/calendar/sentences.h"

#include <array>
#include <string_view>

#include "domain/calendar/weekday_names.h"

namespace punctual {
namespace {

using std::chrono::days;

constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

struct Unit {
  std::int64_t seconds;
  std::string_view name;
};
constexpr std::array<Unit, 3> units{{{3600, "hour"}, {60, "minute"}, {1, "second"}}};

std::string counted(std::int64_t n, std::string_view one) {
  return std::to_string(n).append(" ").append(one).append(n == 1 ? "" : "s");
}

Date date_of(WallTime w) {
  return std::chrono::floor<days>(w);
}

std::string spoken_date(Date date, bool with_year) {
  auto text = spoken(date);
  if (with_year)
    text.append(" ").append(std::to_string(static_cast<int>(std::chrono::year_month_day{date}.year())));
  return text;
}

std::string spoken_time(WallTime w, ClockFace face) {
  const std::chrono::hh_mm_ss time{w - date_of(w)};
  const auto two = [](auto n) { return std::string(n < 10 ? "0" : "").append(std::to_string(n)); };
  const auto hour = time.hours().count();
  const bool whole_day = face == ClockFace::of_24_hours;
  auto text = whole_day ? two(hour) : std::to_string(hour % 12 == 0 ? 12 : hour % 12);
  text.append(":").append(two(time.minutes().count()));
  if (time.seconds().count() != 0) text.append(":").append(two(time.seconds().count()));
  return whole_day ? text : text + (hour < 12 ? " am" : " pm");
}

/// The end of a day, which is no time of the next.
std::string_view spoken_midnight(ClockFace face) {
  return face == ClockFace::of_24_hours ? "24:00" : "midnight";
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
    text += counted(n, name);
  }
  return text.empty() ? "0 minutes" : text;
}

std::string spoken(Target target) {
  switch (target.unit) {
    case Target::Unit::seconds:
      return counted(target.amount, "second");
    case Target::Unit::minutes:
      return counted(target.amount, "minute");
    case Target::Unit::hours:
      return counted(target.amount, "hour");
    case Target::Unit::business_days:
      break;
  }
  return counted(target.amount, "business day");
}

std::string_view spoken(std::chrono::month month) {
  return months[static_cast<unsigned>(month) - 1];
}

std::string spoken(Date date) {
  const std::chrono::year_month_day ymd{date};
  std::string text(weekday_names[static_cast<std::size_t>(weekday_index(date))]);
  text.append(" ").append(std::to_string(static_cast<unsigned>(ymd.day()))).append(" ");
  return text.append(spoken(ymd.month()));
}

std::string spoken(Instant t, const TimeZone& zone, ClockFace face) {
  const auto w = zone.wall(t);
  return spoken(date_of(w)) + ", " + spoken_time(w, face);
}

SpokenTime::SpokenTime(const Explanation& explanation, const TimeZone& zone, ClockFace face)
    : zone_(zone), face_(face) {
  const auto year_of = [&](Instant t) { return std::chrono::year_month_day{zone.date(t)}.year(); };
  with_year_ = !explanation.stretches.empty() && year_of(explanation.stretches.front().time.opens) !=
                                                     year_of(explanation.stretches.back().time.closes);
}

std::string SpokenTime::operator()(const Interval& time) const {
  const auto opens = zone_.wall(time.opens);
  const auto closes = zone_.wall(time.closes);
  const auto first = date_of(opens);
  // Up to midnight is said as that, of the day it ends.
  const auto last = date_of(closes - Seconds{1});
  const bool to_midnight = closes == WallTime{date_of(closes)};
  std::string text;
  if (to_midnight && opens == WallTime{first} && first <= last) {
    text = spoken_date(first, with_year_);
    if (last != first) text += " to " + spoken_date(last, with_year_);
  } else {
    text = spoken_date(first, with_year_) + ", " + spoken_time(opens, face_) + " to ";
    if (last != first) text += spoken_date(to_midnight ? last : date_of(closes), with_year_) + ", ";
    text += to_midnight ? std::string(spoken_midnight(face_)) : spoken_time(closes, face_);
  }
  if (closes - opens != time.length()) text += " (the clocks change in between)";
  return text;
}

std::string SpokenTime::zone_note() const {
  std::string name = zone_.name();
  const auto slash = name.rfind('/');
  if (slash == name.npos || name.starts_with("Etc/")) return "Times are " + name + ".";
  name.erase(0, slash + 1);
  for (char& c : name) c = c == '_' ? ' ' : c;
  return "Times are " + name + " time.";
}

std::string reason_words(const Stretch& stretch, Audience audience) {
  switch (stretch.reason) {
    case Reason::open:
      return "open";
    case Reason::before_submission:
      // Also of what the client wrote later, to which the request is long past.
      return audience == Audience::client ? "before you wrote" : "before the request";
    case Reason::closed:
      return "closed";
    case Reason::holiday:
      return stretch.name.empty() ? "holiday" : "holiday (" + stretch.name + ")";
    case Reason::exception:
      return "closed that day by exception";
    case Reason::waiting_on_client:
      return audience == Audience::client ? "waiting for your answer" : "waiting on the client";
    case Reason::resolved:
      return "resolved";
  }
  return {};
}

std::vector<std::string> sentences(const Explanation& explanation, const TimeZone& zone, Audience audience) {
  std::vector<std::string> said;
  const SpokenTime time(explanation, zone);
  for (const auto& stretch : explanation.stretches)
    said.push_back(time(stretch.time) + ": " +
                   (stretch.reason == Reason::open ? spoken(stretch.counted) + " counted."
                                                   : reason_words(stretch, audience) + ", not counted."));
  said.push_back("In all " + spoken(explanation.total) + " counted. " + time.zone_note());
  return said;
}

}  // namespace punctual
