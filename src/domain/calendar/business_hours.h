#pragma once

#include <array>
#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "domain/time/instant.h"

namespace punctual {

/// Open hours on one date, in minutes from its midnight: 0 <= open < 1440, open < close <= open + 1440.
/// A close beyond 1440 runs into the next date and still belongs to the date it starts on (SEMANTICS 3).
struct WallInterval {
  int open = 0;
  int close = 0;
  auto operator<=>(const WallInterval&) const = default;
};

using DayHours = std::vector<WallInterval>;
/// Monday first.
using WeeklyHours = std::array<DayHours, 7>;

/// The rules of a calendar, as people write them. Calendar makes them countable.
struct BusinessHours {
  std::string zone;  // IANA name
  WeeklyHours weekly;
  std::map<Date, WeeklyHours> weekly_from;  // from that date on, until the next entry, instead of `weekly`
  std::map<Date, std::string> holidays;     // with their names
  std::map<Date, DayHours> exceptions;      // beat holidays, and those beat the week (SEMANTICS 1)
  bool always_open = false;                 // 24x7: nothing else here but `zone` matters
  bool operator==(const BusinessHours&) const = default;

  /// The weekly pattern that holds on the date.
  const WeeklyHours& week_on(Date d) const;
  /// The weekly pattern's hours for the date, whatever holidays and exceptions say.
  const DayHours& weekly_on(Date d) const;
  /// What holds on the date. Not for `always_open`.
  const DayHours& on(Date d) const;
};

/// 0 for Monday.
int weekday_index(Date d);

struct HoursProblem {
  std::string place;         // below the rules: "weekly.mon[0]", "exceptions[2].hours[0]", "zone"
  std::string problem;       // "opens and closes at 09:00"
  std::string remedy;        // "give it a length, or remove the interval"
  bool confirmable = false;  // legal, but to be confirmed by the person who wrote it
  bool operator==(const HoursProblem&) const = default;
};

/// "09:00", "17:00" to an interval; a close before the open runs past midnight, "24:00" may only close.
/// The problem comes with an empty place: the caller knows it.
std::expected<WallInterval, HoursProblem> parse_hours(std::string_view open, std::string_view close);
/// 09:00–17:00, 22:00–06:00, 00:00–24:00: as parse_hours reads them.
std::string format_minutes(int minutes);

}  // namespace punctual
