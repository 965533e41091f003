#pragma once

// Calendars as chance makes them: short weeks, night shifts, overlaps, holidays, exceptions, near a change of
// the clocks.

#include <rapidcheck.h>

#include <vector>

#include "domain/calendar/calendar.h"
#include "domain/time/zones.test.h"

namespace punctual::chance {

struct Place {
  TimeZone zone;
  Instant change;  // about which it happens
};

inline Place place() {
  using zones::utc;
  static const std::vector<Place> places{
      {zones::new_york(), utc(2024, 3, 10, 7)},  {zones::new_york(), utc(2024, 11, 3, 6)},
      {zones::lord_howe(), utc(2024, 4, 6, 15)}, {zones::lord_howe(), utc(2024, 10, 5, 15, 30)},
      {zones::apia(), utc(2011, 12, 30, 10)},    {zones::sao_paulo(), utc(2018, 11, 4, 3)},
      {zones::sao_paulo(), utc(2019, 2, 17, 2)}, {zones::st_johns(), utc(2006, 10, 29, 2, 31)},
      {TimeZone::utc(), utc(2024, 2, 29)},
  };
  return *rc::gen::elementOf(places);
}

inline WallInterval interval() {
  static const std::vector<WallInterval> usual{{540, 1020},  {0, 1440},  {1320, 1800}, {1320, 1440},
                                               {0, 360},     {120, 180}, {90, 300},    {0, 90},
                                               {1410, 1470}, {720, 2159}};
  if (*rc::gen::inRange(0, 2) == 0) return *rc::gen::elementOf(usual);
  const int open = *rc::gen::inRange(0, 96) * 15;
  return {open, open + *rc::gen::inRange(1, 96) * 15};
}

inline DayHours day() {
  DayHours hours;
  for (int n = *rc::gen::inRange(0, 4); n > 1; --n) hours.push_back(interval());
  if (*rc::gen::inRange(0, 4) > 0) hours.push_back(interval());
  return hours;
}

inline BusinessHours hours(const Place& where) {
  BusinessHours made;
  made.zone = where.zone.name();
  for (auto& weekday : made.weekly) weekday = day();
  const auto middle = where.zone.date(where.change);
  const auto near = [&] { return middle + std::chrono::days{*rc::gen::inRange(-4, 6)}; };
  for (int n = *rc::gen::inRange(0, 3); n > 0; --n) made.holidays[near()] = "Founders' Day";
  for (int n = *rc::gen::inRange(0, 3); n > 0; --n) made.exceptions[near()] = day();
  if (*rc::gen::inRange(0, 4) == 0)
    for (auto& weekday : made.weekly_from[near()]) weekday = day();
  return made;
}

inline Calendar calendar(const Place& where) {
  return Calendar::compile(hours(where), where.zone);
}

inline Instant instant(const Place& where) {
  return where.change + Seconds{*rc::gen::inRange(-4 * 86'400, 5 * 86'400)};
}

}  // namespace punctual::chance
