#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/calendar/business_hours.h"
#include "store/sql/session.h"

namespace punctual::desk {

/// Bytes of a holiday's name, and of where it came from.
inline constexpr std::size_t longest_holiday_name = 400;

/// A holiday as its list shows it.
struct HolidayEntry {
  Date date;
  std::string name;
  std::string source;       ///< the file it was imported from; empty: a person wrote it
  bool struck_out = false;  ///< stays in the list, so that no import brings it back; the desk is open
  bool operator==(const HolidayEntry&) const = default;
};

/// The public calendar, one version of it: rules, and the list its holidays come from.
struct HoursVersion {
  int version = 0;
  Instant at{};
  CalendarId calendar;  ///< the row its rules are kept in; none: not written yet
  BusinessHours hours;
  std::vector<HolidayEntry> holidays;  ///< ascending; one a date

  /// Rules that keep the list's holidays, those struck out left out.
  static HoursVersion of(BusinessHours rules, std::vector<HolidayEntry> holidays);
};

/// The rules' own holidays as a list, by hand.
std::vector<HolidayEntry> entries_of(const BusinessHours& rules);

/// The version in force. Throws std::runtime_error where there is none or it is damaged.
HoursVersion read_hours(store::Session& session);
/// The number of the version in force; 0 where there is none.
int hours_version(store::Session& session);
/// When the first version was written; nothing where there is none.
std::optional<Instant> first_hours_at(store::Session& session);
/// Writes it as the next version, its rules as a calendar of their own where they have none yet, and returns
/// it as written.
HoursVersion write_hours(store::Session& session, HoursVersion hours, Instant now);

}  // namespace punctual::desk
