#include "desk/queries/hours_difference.h"

#include <fmt/format.h>

#include <map>

#include "desk/text/wording.h"
#include "domain/calendar/weekday_names.h"

namespace punctual::desk {

namespace {

/// More entries than these of one file are counted, not named.
constexpr std::size_t most_named = 5;
constexpr std::size_t most_told = 50;

std::string date_of(Date date) {
  return fmt::format("{} {}", text::date_words(date),
                     static_cast<int>(std::chrono::year_month_day{date}.year()));
}

std::string day_of(const DayHours& hours) {
  return hours.empty() ? "closed" : text::day_hours_words(hours, ClockFace::of_24_hours);
}

void weeks(const std::string& prefix, const WeeklyHours& before, const WeeklyHours& after,
           std::vector<std::string>& told) {
  for (std::size_t i = 0; i < before.size(); ++i)
    if (before[i] != after[i])
      told.push_back(fmt::format("{}{}: {} instead of {}.", prefix, weekday_names[i], day_of(after[i]),
                                 day_of(before[i])));
}

void dated_weeks(const BusinessHours& before, const BusinessHours& after, std::vector<std::string>& told) {
  for (const auto& [from, week] : after.weekly_from) {
    const auto prefix = fmt::format("From {} on, ", date_of(from));
    const auto known = before.weekly_from.find(from);
    if (known != before.weekly_from.end()) {
      weeks(prefix, known->second, week, told);
    } else {
      const auto& held = after.week_on(from - std::chrono::days{1});
      if (held == week)
        told.push_back(fmt::format("From {} on the week stays as it is.", date_of(from)));
      else
        weeks(prefix, held, week, told);
    }
  }
  for (const auto& [from, week] : before.weekly_from)
    if (!after.weekly_from.contains(from))
      told.push_back(fmt::format("No other week from {} on.", date_of(from)));
}

void holidays(const HoursVersion& before, const HoursVersion& after, std::vector<std::string>& told) {
  std::map<Date, const HolidayEntry*> known;
  for (const auto& entry : before.holidays) known[entry.date] = &entry;
  std::map<std::string, std::vector<const HolidayEntry*>> added;
  for (const auto& entry : after.holidays) {
    const auto old = known.find(entry.date);
    if (old == known.end()) {
      added[entry.source].push_back(&entry);
      continue;
    }
    const auto name = fmt::format("{}, {}", entry.name, date_of(entry.date));
    if (old->second->struck_out != entry.struck_out)
      told.push_back(fmt::format("Holiday {}: {}.", entry.struck_out ? "struck out" : "restored", name));
    else if (old->second->name != entry.name)
      told.push_back(fmt::format("Holiday renamed: {} was {}.", name, old->second->name));
    known.erase(old);
  }
  for (const auto& [source, entries] : added) {
    if (!source.empty() && entries.size() > most_named) {
      told.push_back(fmt::format("{} holidays added from {}.", entries.size(), source));
      continue;
    }
    for (const auto* entry : entries)
      told.push_back(fmt::format("Holiday added: {}, {}{}.", entry->name, date_of(entry->date),
                                 entry->struck_out ? ", struck out" : ""));
  }
  for (const auto& entry : before.holidays)
    if (known.contains(entry.date) && known[entry.date] == &entry)
      told.push_back(fmt::format("Holiday removed: {}, {}.", entry.name, date_of(entry.date)));
}

void exceptions(const BusinessHours& before, const BusinessHours& after, std::vector<std::string>& told) {
  for (const auto& [date, hours] : after.exceptions) {
    const auto known = before.exceptions.find(date);
    if (known == before.exceptions.end())
      told.push_back(fmt::format("Exception added: {}, {}.", date_of(date), day_of(hours)));
    else if (known->second != hours)
      told.push_back(fmt::format("Exception changed: {}, {} instead of {}.", date_of(date), day_of(hours),
                                 day_of(known->second)));
  }
  for (const auto& [date, hours] : before.exceptions)
    if (!after.exceptions.contains(date))
      told.push_back(fmt::format("Exception removed: {}, {}.", date_of(date), day_of(hours)));
}

}  // namespace

std::vector<std::string> hours_differences(const HoursVersion& before, const HoursVersion& after) {
  std::vector<std::string> told;
  if (before.hours.zone != after.hours.zone)
    told.push_back(fmt::format("The time zone is {} instead of {}.", after.hours.zone, before.hours.zone));
  weeks("", before.hours.weekly, after.hours.weekly, told);
  dated_weeks(before.hours, after.hours, told);
  holidays(before, after, told);
  exceptions(before.hours, after.hours, told);
  if (told.size() > most_told) {
    const auto more = told.size() - most_told;
    told.resize(most_told);
    told.push_back(
        fmt::format("And {} more.", text::count_words(static_cast<std::int64_t>(more), "change", "changes")));
  }
  return told;
}

}  // namespace punctual::desk
