#pragma once

// Zones for tests of the domain, written by hand from their laws: the domain reads no database.

#include <vector>

#include "domain/time/time_zone.h"

namespace punctual::zones {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

inline Date date(int year, unsigned month, unsigned day) {
  return Date{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day)};
}

inline Instant utc(int year, unsigned month, unsigned day, int hour = 0, int minute = 0, int second = 0) {
  return Instant{date(year, month, day).time_since_epoch() + hours{hour} + minutes{minute} + Seconds{second}};
}

inline Date nth_sunday(int year, unsigned month, unsigned nth) {
  return Date{
      std::chrono::sys_days{std::chrono::year{year} / static_cast<int>(month) / std::chrono::Sunday[nth]}
          .time_since_epoch()};
}

/// New York by the law of 2007: second Sunday in March to first Sunday in November, at 02:00.
inline TimeZone new_york() {
  std::vector<Transition> table;
  for (int year = 2007; year <= 2100; ++year) {
    table.push_back({Instant{nth_sunday(year, 3, 2).time_since_epoch() + hours{7}}, -hours{4}, "EDT"});
    table.push_back({Instant{nth_sunday(year, 11, 1).time_since_epoch() + hours{6}}, -hours{5}, "EST"});
  }
  return TimeZone("America/New_York", {Instant{}, -hours{5}, "EST"}, table);
}

/// The last Sunday of a month.
inline Date last_sunday(int year, unsigned month) {
  return Date{std::chrono::sys_days{std::chrono::year{year} / static_cast<int>(month) /
                                    std::chrono::Sunday[std::chrono::last]}
                  .time_since_epoch()};
}

/// Madrid by the directive of 2000: last Sunday in March to last Sunday in October, at 01:00 UTC.
inline TimeZone madrid() {
  std::vector<Transition> table;
  for (int year = 2002; year <= 2100; ++year) {
    table.push_back({Instant{last_sunday(year, 3).time_since_epoch() + hours{1}}, hours{2}, "CEST"});
    table.push_back({Instant{last_sunday(year, 10).time_since_epoch() + hours{1}}, hours{1}, "CET"});
  }
  return TimeZone("Europe/Madrid", {Instant{}, hours{1}, "CET"}, table);
}

/// Lord Howe moves by half an hour: first Sunday in April to first Sunday in October.
inline TimeZone lord_howe() {
  const auto standard = hours{10} + minutes{30};
  std::vector<Transition> table;
  for (int year = 2009; year <= 2100; ++year) {
    table.push_back({Instant{nth_sunday(year, 4, 1).time_since_epoch() - hours{9}}, standard, "+1030"});
    table.push_back(
        {Instant{nth_sunday(year, 10, 1).time_since_epoch() + hours{2} - standard}, hours{11}, "+11"});
  }
  return TimeZone("Australia/Lord_Howe", {Instant{}, hours{11}, "+11"}, table);
}

/// Samoa crossed the date line: 2011-12-30 did not happen.
inline TimeZone apia() {
  const std::vector<Transition> table{{utc(2011, 12, 30, 10), hours{14}, "+14"}};
  return TimeZone("Pacific/Apia", {Instant{}, -hours{10}, "-10"}, table);
}

/// São Paulo's summer time began and ended at midnight: a day without 00:30, a day with 23:30 twice.
inline TimeZone sao_paulo() {
  const std::vector<Transition> table{{utc(2018, 2, 18, 2), -hours{3}, "-03"},
                                      {utc(2018, 11, 4, 3), -hours{2}, "-02"},
                                      {utc(2019, 2, 17, 2), -hours{3}, "-03"}};
  return TimeZone("America/Sao_Paulo", {Instant{}, -hours{2}, "-02"}, table);
}

/// St John's fell back one minute after midnight: Sunday's first minute comes before Saturday's last hour
/// again.
inline TimeZone st_johns() {
  const auto standard = -(hours{3} + minutes{30});
  const std::vector<Transition> table{{utc(2006, 4, 2, 3, 31), standard + hours{1}, "NDT"},
                                      {utc(2006, 10, 29, 2, 31), standard, "NST"}};
  return TimeZone("America/St_Johns", {Instant{}, standard, "NST"}, table);
}

}  // namespace punctual::zones
