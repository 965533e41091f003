#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/sla/explained_clock.h"
#include "domain/time/time_zone.h"

namespace punctual::web {

/// What a part of the bar stands for. What is open counts to scale; all else is drawn no longer than it needs
/// to be seen, so that nights do not squeeze the hours.
enum class TimelineKind {
  counted,
  ahead,   // open until the due
  late,    // open beyond it
  spare,   // open between a stop in time and the due
  before,  // open before the clock started
  closed,
  holiday,
  exception,
  waiting,
  resolved,
};

/// Places are thousandths of the bar's length.
inline constexpr int timeline_length = 1000;

struct TimelinePart {
  TimelineKind kind{};
  int from = 0;
  int to = 0;
  bool operator==(const TimelinePart&) const = default;
};

struct TimelineLabel {
  enum class Anchor { start, middle, end };
  enum class Row { above, below };
  std::string text;
  int at = 0;
  Anchor anchor = Anchor::start;
  Row row = Row::below;
  bool mark = false;       ///< of now or the due, not of a day
  bool only_wide = false;  ///< on a phone it would stand upon another
  bool operator==(const TimelineLabel&) const = default;
};

struct TimelinePicture {
  std::vector<TimelinePart>
      parts;      ///< from 0 to timeline_length without a gap; few, however long the clock ran
  int until = 0;  ///< now, or where the clock stopped
  std::optional<int> due;
  std::vector<TimelineLabel> labels;  ///< the marks', then days and holidays as far as there is room
  bool shortened = false;             ///< something is drawn shorter than its time
};

enum class ClockRuns { on, stopped };

/// The words at the two marks.
struct TimelineWords {
  std::string until;
  std::string due;
};

/// The clock as one bar from its start to the later of its stop (or now) and its due.
TimelinePicture picture_of(const sla::ExplainedClock& clock, ClockRuns runs, const TimeZone& zone,
                           const TimelineWords& words);

}  // namespace punctual::web
