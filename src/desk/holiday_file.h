#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "desk/business_hours.h"

namespace punctual::desk {

/// The whole days an iCalendar file names, from the beginning of last year on.
struct HolidayFile {
  std::string source;                  ///< the calendar's own name, else the file's
  std::vector<HolidayEntry> holidays;  ///< ascending; one a date, names of the same date joined
  std::vector<std::pair<std::string, std::string>> left_out;  ///< name and why
};

/// What is no calendar is refused with what to do. What repeats is followed for five years. For the pool of
/// long work; any thread.
std::expected<HolidayFile, std::string> read_holiday_file(std::string_view name, std::string_view content,
                                                          Instant now);

}  // namespace punctual::desk
