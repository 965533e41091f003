#include "app/configuration/written_hours.h"

#include <fmt/format.h>

#include <vector>

#include "app/configuration/toml_text.h"
#include "domain/calendar/weekday_names.h"
#include "domain/time/rfc3339.h"

namespace punctual::app {

namespace {

std::string day_list(const DayHours& day) {
  std::vector<std::string> intervals;
  for (const auto& [open, close] : day)
    intervals.push_back(format_minutes(open) + "-" + format_minutes(close));
  return quoted_list(intervals);
}

/// Like days that follow one another are one key; closed ones are left out.
std::string week_table(const WeeklyHours& week) {
  std::string inside;
  for (std::size_t day = 0; day < week.size();) {
    auto last = day;
    while (last + 1 < week.size() && week[last + 1] == week[day]) ++last;
    if (!week[day].empty())
      inside += fmt::format("{}{}{} = {}", inside.empty() ? "" : ", ", weekday_keys[day],
                            last == day ? "" : "-" + std::string(weekday_keys[last]), day_list(week[day]));
    day = last + 1;
  }
  return inside.empty() ? "{}" : "{ " + inside + " }";
}

std::string holiday(const desk::HolidayEntry& entry) {
  auto inside = fmt::format("date = {}, name = {}", format_date(entry.date), quoted_text(entry.name));
  if (!entry.source.empty()) inside += ", source = " + quoted_text(entry.source);
  if (entry.struck_out) inside += ", struck_out = true";
  return "{ " + inside + " }";
}

/// Keys and values; lists as their entries.
struct Pair {
  std::string key;
  std::string value;
  std::vector<std::string> entries;
};

std::vector<Pair> pairs_of(const desk::HoursVersion& hours, const std::string& usual_zone) {
  std::vector<Pair> pairs;
  if (hours.hours.zone != usual_zone) pairs.push_back({"time_zone", quoted_text(hours.hours.zone), {}});
  pairs.push_back({"weekly", week_table(hours.hours.weekly), {}});
  Pair weeks{"weekly_from", {}, {}};
  for (const auto& [date, week] : hours.hours.weekly_from)
    weeks.entries.push_back(fmt::format("{{ date = {}, weekly = {} }}", format_date(date), week_table(week)));
  Pair holidays{"holidays", {}, {}};
  for (const auto& entry : hours.holidays) holidays.entries.push_back(holiday(entry));
  Pair exceptions{"exceptions", {}, {}};
  for (const auto& [date, day] : hours.hours.exceptions)
    exceptions.entries.push_back(
        fmt::format("{{ date = {}, hours = {} }}", format_date(date), day_list(day)));
  for (auto* list : {&weeks, &holidays, &exceptions})
    if (!list->entries.empty()) pairs.push_back(std::move(*list));
  return pairs;
}

}  // namespace

std::string hours_lines(const desk::HoursVersion& hours, const std::string& usual_zone) {
  std::string lines;
  for (const auto& [key, value, entries] : pairs_of(hours, usual_zone)) {
    if (entries.empty()) {
      lines += fmt::format("{} = {}\n", key, value);
      continue;
    }
    lines += key + " = [\n";
    for (const auto& entry : entries) lines += "  " + entry + ",\n";
    lines += "]\n";
  }
  return lines;
}

std::string hours_inside(const BusinessHours& hours, const std::string& usual_zone) {
  std::string inside;
  for (const auto& [key, value, entries] :
       pairs_of(desk::HoursVersion::of(hours, desk::entries_of(hours)), usual_zone)) {
    std::string list;
    for (const auto& entry : entries) list += (list.empty() ? "" : ", ") + entry;
    inside +=
        fmt::format("{}{} = {}", inside.empty() ? "" : ", ", key, entries.empty() ? value : "[" + list + "]");
  }
  return inside;
}

}  // namespace punctual::app
