#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/calendar/calendar.h"
#include "domain/calendar/pause.h"

namespace punctual {

/// Why a stretch of time counted or did not.
enum class Reason {
  open,               // the only one that counts
  before_submission,  // open, before the clock started
  closed,             // outside the weekly hours
  holiday,
  exception,  // closed by a dated exception
  waiting_on_client,
  resolved,  // until it was reopened
};

/// "open", "holiday", "waiting_on_client" …: for programs.
std::string_view to_text(Reason reason);

struct Stretch {
  Interval time;
  Reason reason = Reason::closed;
  std::string name;    // the holiday's
  Seconds counted{0};  // its length where it counts, else 0
  bool operator==(const Stretch&) const = default;
};

/// The stretches follow one another without a gap or an overlap and end at `to`; their `counted` sum up to
/// `total`, which is what Calendar::elapsed and the clocks say. They begin at `from`, but for one leading
/// `before_submission` where the hours had begun earlier: so the reader sees why the day is not whole.
struct Explanation {
  Instant from;
  Instant to;
  Seconds total{0};
  std::vector<Stretch> stretches;
  bool operator==(const Explanation&) const = default;
};

/// How [from, to) was counted; for a due, from the clock's start to the due. `pauses` ascend and do not
/// overlap; one that still runs closes at Instant::max().
Explanation explain(const Calendar& calendar, Instant from, Instant to, std::span<const Pause> pauses = {});

}  // namespace punctual
