#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/sla/clocks.h"
#include "domain/time/time_zone.h"

namespace punctual::web {

/// A part of the bar, places as "12.5%". What is open is a box, what is not a line.
struct TimelinePartView {
  std::string kind;  ///< the class that draws it: "counted", "ahead", …
  bool box = false;
  std::string from;
  std::string to;
  std::string width;
};
BOOST_DESCRIBE_STRUCT(TimelinePartView, (), (kind, box, from, to, width))

struct TimelineLabelView {
  std::string text;
  std::string at;
  int y = 0;         ///< of its row, in pixels
  std::string look;  ///< classes of its anchor and its room
};
BOOST_DESCRIBE_STRUCT(TimelineLabelView, (), (text, at, y, look))

/// What the looks of the parts mean; only those that there are.
struct TimelineKeyView {
  std::string kind;
  bool box = false;
  std::string words;
};
BOOST_DESCRIBE_STRUCT(TimelineKeyView, (), (kind, box, words))

struct TimelineView {
  std::string look;  ///< the verdict, as it colours
  std::string says;  ///< the picture in a sentence
  std::vector<TimelinePartView> parts;
  std::vector<TimelineLabelView> labels;
  std::string until;
  std::string due;  ///< empty where there is none
  std::vector<TimelineKeyView> key;
  bool shortened = false;
};
BOOST_DESCRIBE_STRUCT(TimelineView, (), (look, says, parts, labels, until, due, key, shortened))

/// Under a promise: why it stands as it does.
struct ExplanationView {
  bool unfolded = false;
  std::optional<TimelineView> timeline;  ///< nothing while no time has passed and none is promised
  std::vector<std::string> sentences;
};
BOOST_DESCRIBE_STRUCT(ExplanationView, (), (unfolded, timeline, sentences))

/// What a clock's end is to the client.
enum class ClockEnds { answer, goal, resolution };

/// `verdict` and `word` are the promise line's; the clock was evaluated at `now`.
ExplanationView explanation_of(const sla::Clock& clock, ClockEnds ends, std::string_view verdict,
                               std::string_view word, const TimeZone& zone, Instant now);

}  // namespace punctual::web
