#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/calendar/explain.h"

namespace punctual {

/// Whom a sentence is for: a client is spoken to, staff read of the client.
enum class Audience { client, staff };

/// How a time of day is read: "4:30 pm" or "16:30".
enum class ClockFace { of_12_hours, of_24_hours };

/// The explanation as sentences, one a stretch and a sum, in the wall time of `zone`:
/// "Friday 8 March, 4:30 pm to 5:00 pm: 30 minutes counted."
/// "Friday 8 March, 5:00 pm to Monday 11 March, 9:00 am: closed, not counted."
/// "In all 1 hour counted. Times are New York time."
std::vector<std::string> sentences(const Explanation& explanation, const TimeZone& zone,
                                   Audience audience = Audience::staff);

/// "closed", "holiday (Memorial Day)", "waiting for your answer": why it did not count; of open time "open".
std::string reason_words(const Stretch& stretch, Audience audience);

/// "1 hour 30 minutes", "45 seconds", "0 minutes".
std::string spoken(Seconds length);
/// "4 hours", "1 business day".
std::string spoken(Target target);
/// "March".
std::string_view spoken(std::chrono::month month);
/// "Friday 8 March".
std::string spoken(Date date);
/// "Friday 8 March, 4:30 pm"; seconds only where there are some.
std::string spoken(Instant t, const TimeZone& zone, ClockFace face = ClockFace::of_12_hours);

/// Stretches of one telling: years are named where it spans several, whole dates without their midnights, and
/// a change of the clocks is said.
class SpokenTime {
 public:
  SpokenTime(const Explanation& explanation, const TimeZone& zone, ClockFace face = ClockFace::of_12_hours);
  /// "Friday 8 March, 4:30 pm to 5:00 pm", "Sunday 10 March", "Saturday 9 March to Sunday 10 March".
  std::string operator()(const Interval& time) const;
  /// "Times are New York time."
  std::string zone_note() const;

 private:
  const TimeZone& zone_;
  ClockFace face_;
  bool with_year_;
};

}  // namespace punctual
