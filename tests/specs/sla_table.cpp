#include "sla_table.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <stdexcept>

#include "domain/time/rfc3339.h"
#include "store/zones/system_zones.h"

namespace punctual::specs {
namespace {

using std::chrono::days;
using std::chrono::minutes;

constexpr std::array<std::string_view, 7> weekdays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

[[noreturn]] void unreadable(std::string_view text) {
  throw std::runtime_error("cannot read: " + std::string(text));
}

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == text.npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

std::optional<std::size_t> weekday(std::string_view text) {
  const auto found = std::ranges::find(weekdays, text);
  if (found == weekdays.end()) return std::nullopt;
  return static_cast<std::size_t>(found - weekdays.begin());
}

/// "09", "09:30", "24:00".
std::string clock_time(std::string_view text) {
  return std::string(text) + (text.size() == 2 ? ":00" : "");
}

/// Seconds since midnight, up to 24:00; with seconds where they are written.
Seconds time_of_day(std::string_view text) {
  const auto parts = split(text, ":");
  if (parts.size() < 2) unreadable(text);
  Seconds sum{std::stoi(parts[0]) * 3600 + std::stoi(parts[1]) * 60};
  if (parts.size() == 3) sum += Seconds{std::stoi(parts[2])};
  return sum;
}

}  // namespace

std::pair<std::string, std::string> first_word(std::string_view text) {
  const auto space = text.find(' ');
  if (space == text.npos) return {std::string(text), ""};
  return {std::string(text.substr(0, space)), trimmed(text.substr(space))};
}

DayHours day_hours(std::string_view text) {
  DayHours hours;
  if (text == "closed") return hours;
  for (const auto& interval : split(text, " ")) {
    const auto ends = split(interval, "-");
    if (ends.size() != 2) unreadable(text);
    const auto read = parse_hours(clock_time(ends[0]), clock_time(ends[1]));
    if (!read) unreadable(text);
    hours.push_back(*read);
  }
  return hours;
}

std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  while (true) {
    const auto end = text.find(separator);
    parts.push_back(trimmed(text.substr(0, end)));
    if (end == text.npos) return parts;
    text.remove_prefix(end + separator.size());
  }
}

Seconds duration(std::string_view text) {
  Seconds sum{0};
  while (!text.empty()) {
    const auto unit = text.find_first_not_of("0123456789");
    if (unit == text.npos || unit == 0) unreadable(text);
    const auto target = parse_target(text.substr(0, unit + 1));
    if (!target) unreadable(text);
    sum += target->seconds();
    text.remove_prefix(unit + 1);
  }
  return sum;
}

std::optional<std::string> Row::find(std::string_view word) const {
  const auto found = all(word);
  return found.empty() ? std::nullopt : std::optional(found.front());
}

std::vector<std::string> Row::all(std::string_view word) const {
  std::vector<std::string> found;
  for (const auto& [first, rest] : cells)
    if (first == word) found.push_back(rest);
  return found;
}

std::string Row::at(std::string_view word) const {
  const auto found = find(word);
  if (!found) throw std::runtime_error("the row has no cell \"" + std::string(word) + "\"");
  return *found;
}

std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.file << ":" << row.line << ": " << row.text;
}

std::vector<Row> read_table(const std::string& name) {
  std::vector<Row> rows;
  Row above{.file = "tests/specs/" + name};
  std::ifstream file(above.file);
  for (std::string line; std::getline(file, line);) {
    ++above.line;
    if (line.empty() || line.front() == '#') continue;
    const auto [word, rest] = first_word(line);
    if (word == "zone") {
      above.zone = rest;
    } else if (word == "week") {
      above.week = rest;
    } else {
      auto& row = rows.emplace_back(above);
      row.text = line;
      for (const auto& cell : split(line, "|")) row.cells.push_back(first_word(cell));
    }
  }
  if (rows.empty()) rows.push_back(above);
  return rows;
}

Reading::Reading(const Row& row) : row_(row), zone_(TimeZone::utc()) {
  const auto found = SystemZones().find(row.zone);
  if (!found) unreadable("zone " + row.zone);
  zone_ = *found;
}

Date Reading::date(std::string_view day) const {
  if (const auto written = parse_date(day)) return *written;
  const auto monday = parse_date(row_.week);
  const auto index = weekday(day);
  if (!monday || !index || weekday_index(*monday) != 0) unreadable(day);
  return *monday + days{*index};
}

Instant Reading::instant(std::string_view text) const {
  const auto [day, time] = first_word(text);
  return zone_.first_at_or_after(WallTime{date(day)} + time_of_day(time));
}

std::optional<Instant> Reading::due(std::string_view text, Instant after) const {
  if (text == "never" || text == "unknown") return std::nullopt;
  const auto [day, time] = first_word(text);
  if (!weekday(day)) return instant(text);
  for (auto week = date(day);; week += days{7}) {
    const auto t = zone_.first_at_or_after(WallTime{week} + time_of_day(time));
    if (t >= after) return t;
  }
}

std::string Reading::spoken(std::optional<Instant> t) const {
  if (!t) return "none";
  return format_rfc3339(Instant{zone_.wall(*t).time_since_epoch()}).substr(0, 19) + " " +
         std::string(zone_.abbreviation(*t));
}

std::string Reading::day_and_time(Instant t) const {
  const auto wall = zone_.wall(t);
  const auto day = std::chrono::floor<days>(wall);
  const auto since_monday = static_cast<std::size_t>((day - date("Mon")).count());
  const auto minute = std::chrono::floor<minutes>(wall - day).count();
  return (since_monday < 7 ? std::string(weekdays[since_monday]) : format_date(day)) + " " +
         format_minutes(static_cast<int>(minute));
}

BusinessHours Reading::rules(std::string_view hours) const {
  BusinessHours rules;
  rules.zone = zone_.name();
  rules.always_open = hours == "24x7";
  if (hours == "none" || hours == "24x7") return rules;
  for (const auto& group : split(hours, ",")) {
    auto [when, times] = first_word(group);
    std::size_t first = 0;
    std::size_t last = when == "daily" ? 6 : 4;
    const auto ends = split(when, "-");
    if (const auto named = weekday(ends.front())) {
      first = *named;
      last = weekday(ends.back()).value();
    } else if (when != "daily") {
      times = group;
    }
    for (auto day = first; day <= last; ++day) rules.weekly.at(day) = day_hours(times);
  }
  return rules;
}

Calendar Reading::calendar() const {
  const auto hours = row_.find("hours").value_or("09-17");
  auto all = row_.all("and");
  all.insert(all.begin(), hours);
  std::vector<Calendar> members;
  for (const auto& one : all) {
    auto member = rules(one);
    for (const auto& later : row_.all("later")) {
      const auto [day, times] = first_word(later);
      member.weekly_from[date(day)] = rules(times).weekly;
    }
    for (const auto& holiday : row_.all("holiday")) {
      const auto [day, name] = first_word(holiday);
      member.holidays[date(day)] = name;
    }
    for (const auto& exception : row_.all("exception")) {
      const auto [day, times] = first_word(exception);
      member.exceptions[date(day)] = day_hours(times);
    }
    members.push_back(Calendar::compile(std::move(member), zone_));
  }
  return Calendar::unite(std::move(members));
}

}  // namespace punctual::specs
