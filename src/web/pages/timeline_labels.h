#pragma once

#include <optional>
#include <string>
#include <vector>

#include "web/pages/timeline_picture.h"

namespace punctual::web {

/// A day that begins at this place of the bar, or a holiday by its name in the middle of its part.
struct DayMark {
  Date date{};
  int at = 0;
  std::string holiday;
};

struct TimelineMarks {
  int until = 0;
  std::optional<int> due;
  TimelineWords words;
  std::vector<DayMark> days;  ///< what comes first is placed first
};

/// What can be written beside the bar without one word upon another: the marks always, days and holidays
/// where there is room. Chosen for the narrowest screen, and further ones where it is wide.
std::vector<TimelineLabel> labels_of(const TimelineMarks& marks);

}  // namespace punctual::web
