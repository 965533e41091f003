#include "web/api/hours_json.h"

#include <algorithm>

#include "desk/text/one_line.h"
#include "domain/calendar/hours_problems.h"
#include "domain/time/rfc3339.h"

namespace punctual::web {

namespace {

constexpr std::size_t most_intervals = 12;  // a day
constexpr std::size_t most_entries = 4000;  // of holidays, and of exceptions
constexpr std::size_t most_weeks = 100;     // from a date on

struct DayOfWeek {
  const char* name;
  DayJson WeekJson::* member;
};
constexpr DayOfWeek days_of_week[] = {
    {"mon", &WeekJson::mon}, {"tue", &WeekJson::tue}, {"wed", &WeekJson::wed}, {"thu", &WeekJson::thu},
    {"fri", &WeekJson::fri}, {"sat", &WeekJson::sat}, {"sun", &WeekJson::sun}};

DayJson day_json(const DayHours& hours) {
  DayJson json;
  for (const auto& [open, close] : hours) json.push_back({format_minutes(open), format_minutes(close)});
  return json;
}

std::string indexed(const std::string& list, std::size_t i) {
  return list + "[" + std::to_string(i) + "]";
}

bool printable(std::string_view text) {
  return !text::turns_lines(text) &&
         std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

// Beyond these nobody plans, and what is compiled is not kept.
constexpr Date first_date{std::chrono::year{1970} / 1 / 1};
constexpr Date last_date{std::chrono::year{2400} / 12 / 31};

/// Reads and notes what is wrong on the way.
class Reading {
 public:
  explicit Reading(std::vector<ProblemField>& wrong) : wrong_(wrong) {}

  DayHours day(const DayJson& json, const std::string& place) {
    DayHours hours;
    if (json.size() > most_intervals) refuse(place, "more intervals than a day can hold; 12 are the most");
    for (std::size_t i = 0; i < json.size() && i < most_intervals; ++i) {
      if (json[i].size() != 2) {
        refuse(indexed(place, i), "an interval is when it opens and when it closes");
        continue;
      }
      const auto interval = parse_hours(json[i][0], json[i][1]);
      if (interval)
        hours.push_back(*interval);
      else
        refuse(indexed(place, i), interval.error().problem + "; " + interval.error().remedy);
    }
    return hours;
  }

  WeeklyHours week(const WeekJson& json, const std::string& place) {
    WeeklyHours week;
    for (std::size_t i = 0; i < week.size(); ++i)
      week[i] = day(json.*days_of_week[i].member, place + "." + days_of_week[i].name);
    return week;
  }

  /// The entries' dates ascend, each once.
  template <class Entries, class Take>
  void dated(const Entries& entries, const std::string& list, std::size_t most, Take take) {
    if (entries.size() > most)
      return refuse(list, "more entries than a list can hold; " + std::to_string(most) + " are the most");
    std::optional<Date> before;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const auto place = indexed(list, i);
      const auto date = parse_date(entries[i].date);
      if (!date)
        refuse(place + ".date", "is no date such as 2026-12-25");
      else if (*date < first_date || *date > last_date)
        refuse(place + ".date", "is too far away; a date from 1970 to 2400 is meant");
      else if (before && *date == *before)
        refuse(place + ".date", "is there twice; remove one");
      else if (before && *date < *before)
        refuse(place + ".date", "comes before the entry above; write the list in order of date");
      else
        take(*date, entries[i], place);
      if (date) before = date;
    }
  }

  std::string name(const std::string& text, const std::string& place) {
    if (text::one_line(text, text.size()).empty()) refuse(place, "is empty; name the holiday");
    return line(text, place);
  }
  std::string line(const std::string& text, const std::string& place) {
    if (text.size() > desk::longest_holiday_name) refuse(place, "is too long; 400 bytes are the most");
    if (!printable(text)) refuse(place, "contains characters that cannot be printed; remove them");
    return text;
  }

 private:
  void refuse(std::string place, std::string detail) {
    wrong_.push_back({std::move(place), std::move(detail)});
  }

  std::vector<ProblemField>& wrong_;
};

/// The rules' names of places as the contract has them.
std::string field_of(const std::string& place) {
  return "hours." + (place == "zone" ? "time_zone" : place);
}

}  // namespace

HolidayJson holiday_json(const desk::HolidayEntry& entry) {
  return {format_date(entry.date), entry.name,
          entry.source.empty() ? json::Nullable<std::string>() : json::Nullable<std::string>(entry.source),
          entry.struck_out};
}

WeekJson week_json(const WeeklyHours& week) {
  WeekJson json;
  for (std::size_t i = 0; i < week.size(); ++i) json.*days_of_week[i].member = day_json(week[i]);
  return json;
}

HoursJson hours_json(const desk::HoursVersion& version) {
  HoursJson json{.time_zone = version.hours.zone,
                 .weekly = week_json(version.hours.weekly),
                 .weekly_from = {},
                 .holidays = {},
                 .exceptions = {}};
  for (const auto& [date, week] : version.hours.weekly_from)
    json.weekly_from.push_back({format_date(date), week_json(week)});
  for (const auto& entry : version.holidays) json.holidays.push_back(holiday_json(entry));
  for (const auto& [date, hours] : version.hours.exceptions)
    json.exceptions.push_back({format_date(date), day_json(hours)});
  return json;
}

ReadHours read_hours(const HoursJson& json, const ZoneSource& zones, Instant now) {
  ReadHours read;
  Reading reading(read.wrong);
  BusinessHours rules{.zone = json.time_zone, .weekly = reading.week(json.weekly, "hours.weekly")};
  std::vector<desk::HolidayEntry> holidays;
  reading.dated(json.weekly_from, "hours.weekly_from", most_weeks,
                [&](Date date, const auto& entry, const auto& place) {
                  rules.weekly_from[date] = reading.week(entry.weekly, place + ".weekly");
                });
  reading.dated(
      json.holidays, "hours.holidays", most_entries, [&](Date date, const auto& entry, const auto& place) {
        holidays.push_back({date, reading.name(entry.name, place + ".name"),
                            entry.source ? reading.line(*entry.source, place + ".source") : std::string(),
                            entry.struck_out});
      });
  reading.dated(json.exceptions, "hours.exceptions", most_entries,
                [&](Date date, const auto& entry, const auto& place) {
                  rules.exceptions[date] = reading.day(entry.hours, place + ".hours");
                });
  read.hours = desk::HoursVersion::of(std::move(rules), std::move(holidays));
  if (!read.wrong.empty()) return read;
  for (const auto& found : problems_of(read.hours.hours, zones, now))
    (found.confirmable ? read.to_confirm : read.wrong)
        .push_back({field_of(found.place), found.problem + "; " + found.remedy});
  return read;
}

PersonWeekJson person_week_json(const BusinessHours& week) {
  WeeklyHours always;
  always.fill({{0, 24 * 60}});
  PersonWeekJson json{week.zone, week_json(week.always_open ? always : week.weekly), {}};
  for (const auto& [date, weekly] : week.weekly_from)
    json.weekly_from.push_back({format_date(date), week_json(weekly)});
  return json;
}

BusinessHours read_person_week(const PersonWeekJson& json, const std::string& place,
                               std::vector<ProblemField>& wrong) {
  Reading reading(wrong);
  BusinessHours week{.zone = json.time_zone, .weekly = reading.week(json.weekly, place + ".weekly")};
  reading.dated(json.weekly_from, place + ".weekly_from", most_weeks,
                [&](Date date, const auto& entry, const auto& at) {
                  week.weekly_from[date] = reading.week(entry.weekly, at + ".weekly");
                });
  return week;
}

}  // namespace punctual::web
