#include "app/configuration/hours_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "domain/calendar/hours_problems.h"
#include "domain/calendar/weekday_names.h"

namespace punctual::app {

namespace {

constexpr std::size_t most_entries = 4000;
constexpr std::size_t most_weeks = 100;

std::optional<std::size_t> weekday(std::string_view name) {
  const auto found = std::ranges::find(weekday_keys, name);
  if (found == weekday_keys.end()) return std::nullopt;
  return static_cast<std::size_t>(found - weekday_keys.begin());
}

/// "mon" or "mon-thu": the first day and the last; a span does not run over the week's end.
std::optional<std::pair<std::size_t, std::size_t>> span_of(std::string_view key) {
  const auto dash = key.find('-');
  const auto first = weekday(key.substr(0, dash));
  const auto last = dash == std::string_view::npos ? first : weekday(key.substr(dash + 1));
  if (!first || !last || *last < *first) return std::nullopt;
  return std::pair{*first, *last};
}

DayHours read_day(TomlTable& table, std::string_view key) {
  DayHours hours;
  for (const auto& text : table.texts(key, {.most = 40})) {
    if (text.empty()) continue;  // refused already
    const auto dash = text.find('-');
    const auto interval =
        dash == std::string::npos
            ? std::unexpected(
                  HoursProblem{{}, fmt::format("\"{}\" is no interval", text), "write it like 08:00-17:00"})
            : parse_hours(std::string_view(text).substr(0, dash), std::string_view(text).substr(dash + 1));
    if (interval)
      hours.push_back(*interval);
    else
      table.refuse(key, interval.error().problem + "; " + interval.error().remedy);
  }
  auto ordered = hours;
  std::ranges::sort(ordered, {}, &WallInterval::open);
  for (std::size_t i = 1; i < ordered.size(); ++i)
    if (ordered[i].open < ordered[i - 1].close) {
      table.refuse(key, "two of its intervals overlap; make one of them");
      break;
    }
  return hours;
}

WeeklyHours read_week(TomlTable& table) {
  WeeklyHours week;
  std::set<std::size_t> given;
  for (const auto key : table.keys()) {
    const auto span = span_of(key);
    if (!span) {
      table.refuse(key, "is no weekday; write mon to sun, or a span such as mon-fri");
      continue;
    }
    const auto hours = read_day(table, key);
    for (auto day = span->first; day <= span->second; ++day) {
      if (!given.insert(day).second)
        table.refuse(key, fmt::format("gives {} a second time; name each day once", weekday_keys[day]));
      week[day] = hours;
    }
  }
  return week;
}

template <class Take>
void read_dated(TomlTable& table, std::string_view key, std::size_t at_most, Take take) {
  std::set<Date> known;
  table.tables(key, at_most, [&](TomlTable& entry, std::size_t) {
    const auto date = entry.date("date");
    if (date && !known.insert(*date).second) entry.refuse("date", "is there twice; remove one");
    take(entry, date.value_or(Date{}));
  });
}

}  // namespace

desk::HoursVersion read_hours(TomlTable& table, const std::string& usual_zone) {
  BusinessHours rules{.zone = table.text("time_zone", {.most = 100, .required = false})};
  if (rules.zone.empty()) rules.zone = usual_zone;
  if (!table.has("weekly"))
    table.refuse("weekly", "is missing; add it, such as { mon-fri = [\"08:00-17:00\"] }");
  table.table("weekly", [&](TomlTable& week) { rules.weekly = read_week(week); });
  read_dated(table, "weekly_from", most_weeks, [&](TomlTable& entry, Date date) {
    entry.table("weekly", [&](TomlTable& week) { rules.weekly_from[date] = read_week(week); });
  });
  std::vector<desk::HolidayEntry> holidays;
  read_dated(table, "holidays", most_entries, [&](TomlTable& entry, Date date) {
    holidays.push_back({date, entry.text("name", {.most = desk::longest_holiday_name}),
                        entry.text("source", {.most = desk::longest_holiday_name, .required = false}),
                        entry.truth("struck_out")});
  });
  read_dated(table, "exceptions", most_entries,
             [&](TomlTable& entry, Date date) { rules.exceptions[date] = read_day(entry, "hours"); });
  std::ranges::sort(holidays, {}, &desk::HolidayEntry::date);
  return desk::HoursVersion::of(std::move(rules), std::move(holidays));
}

void check_zone(TomlTable& table, const BusinessHours& hours, const ZoneSource& zones) {
  if (table.has("time_zone") && !zones.find(hours.zone))
    table.refuse("time_zone", "\"" + hours.zone +
                                  "\" is no time zone of this machine; name one, such as America/New_York");
}

desk::HoursVersion read_promised_hours(TomlTable& table, const std::string& usual_zone,
                                       const ZoneSource& zones, Instant now) {
  const auto before = table.refusals();
  auto hours = read_hours(table, usual_zone);
  if (table.refusals() != before) return hours;  // what follows from a mistake is no other one
  std::set<std::string> told;                    // a span of days says the same of each
  for (const auto& found : problems_of(hours.hours, zones, now)) {
    if (found.confirmable) continue;  // the difference shows it, and asks
    if (found.place == "zone" && !usual_zone.empty() && !table.has("time_zone")) continue;  // refused there
    if (!told.insert(found.problem).second) continue;
    const auto place = found.place == "zone" ? std::string("time_zone") : found.place;
    const auto key = place.substr(0, place.find_first_of(".["));
    table.refuse(key, (place == key ? "" : place + ": ") + found.problem + "; " + found.remedy);
  }
  return hours;
}

}  // namespace punctual::app
