#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "domain/calendar/calendar.h"

namespace punctual::specs {

/// One row of a table: its cells by their first word, and the zone and week named above it.
struct Row {
  std::string file;
  int line = 0;
  std::string text;
  std::string zone;
  std::string week;  // its Monday
  std::vector<std::pair<std::string, std::string>> cells;

  std::optional<std::string> find(std::string_view word) const;
  std::vector<std::string> all(std::string_view word) const;
  std::string at(std::string_view word) const;
};
std::ostream& operator<<(std::ostream& out, const Row& row);

/// All rows of tests/specs/NAME. A table that cannot be read is a row that fails.
std::vector<Row> read_table(const std::string& name);

/// Reads what the cells of one row say. What it cannot read throws std::runtime_error.
class Reading {
 public:
  explicit Reading(const Row& row);
  /// The calendar of `hours` (09-17 where none are named), `and` (another of a pod), `later` (hours from a
  /// date on), `holiday` (with a name or without), `exception`.
  Calendar calendar() const;
  /// "Mon 09:00" in the row's week, or "2024-03-11 09:00".
  Instant instant(std::string_view text) const;
  /// The same, a weekday being the first from `after` on; "never" and "unknown" are nothing.
  std::optional<Instant> due(std::string_view text, Instant after) const;
  std::string spoken(std::optional<Instant> t) const;
  /// "Mon 09:00"; outside the row's week "2024-03-11 09:00".
  std::string day_and_time(Instant t) const;
  /// "09-17" (Monday to Friday), "daily 22-06", "Mon-Thu 09-12 13-17, Sat 10-14", "24x7", "none".
  BusinessHours rules(std::string_view hours) const;
  /// "Mon" in the row's week, or "2024-03-11".
  Date date(std::string_view day) const;
  const TimeZone& zone() const { return zone_; }

 private:
  const Row& row_;
  TimeZone zone_;
};

/// "1h30m", "0s".
Seconds duration(std::string_view text);
std::vector<std::string> split(std::string_view text, std::string_view separator);
/// The first word and the rest.
std::pair<std::string, std::string> first_word(std::string_view text);
/// "09-12 13-17", "closed".
DayHours day_hours(std::string_view text);

}  // namespace punctual::specs
