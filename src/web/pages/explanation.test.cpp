#include "web/pages/explanation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace punctual::web {
namespace {

using namespace std::chrono;
using sla::Clock;
using testing::Contains;
using testing::ElementsAre;

const TimeZone zone = TimeZone::fixed("America/New_York", hours{-5}, "EST");
constexpr Instant sent = sys_days{year{2026} / 11 / 24} + hours{19};  // 2 pm in New York

Clock one_hour(Clock::State state, std::optional<Instant> stopped = {}) {
  return {.state = state,
          .start = sent,
          .target = Target::of_hours(1),
          .calendar = Calendar::always(zone),
          .due = sent + hours{1},
          .stopped = stopped};
}

std::vector<std::string> key_of(const ExplanationView& view) {
  std::vector<std::string> words;
  for (const auto& key : view.timeline.value().key) words.push_back(key.words);
  return words;
}

TEST(Explanation, is_a_picture_with_a_key_and_the_same_in_sentences) {
  const auto view = explanation_of(one_hour(Clock::State::running), ClockEnds::answer, "running", "On time",
                                   zone, sent + minutes{20});
  EXPECT_EQ(view.timeline->says, "On time: 20 minutes counted of 1 hour.");
  EXPECT_EQ(view.timeline->parts.at(0).width, "33.3%");
  EXPECT_THAT(key_of(view), ElementsAre("counted", "still to come"));
  EXPECT_THAT(
      view.sentences,
      ElementsAre("Tuesday 24 November, 2:00 pm to 2:20 pm: 20 minutes counted.",
                  "Tuesday 24 November, 2:20 pm to 3:00 pm: 40 minutes still to come.",
                  "The promise is 1 hour of open time, used up Tuesday 24 November, "
                  "3:00 pm.",
                  "20 minutes counted so far, 40 minutes still to come.", "Times are New York time."));
}

TEST(Explanation, a_goal_is_passed_and_never_late) {
  const auto view = explanation_of(one_hour(Clock::State::breached), ClockEnds::goal, "running",
                                   "Past our goal", zone, sent + minutes{90});
  EXPECT_THAT(key_of(view), ElementsAre("counted", "past the goal"));
  EXPECT_THAT(view.sentences, Contains("Now is 30 minutes of open time past the goal."));
  for (const auto& sentence : view.sentences) EXPECT_THAT(sentence, testing::Not(testing::HasSubstr("late")));
}

TEST(Explanation, the_end_of_a_resolution_is_no_answer) {
  const auto clock = one_hour(Clock::State::met, sent + minutes{20});
  const auto mark = [&](ClockEnds ends) {
    return explanation_of(clock, ends, "kept", "Kept", zone, sent + hours{9}).timeline->labels.at(1).text;
  };
  EXPECT_EQ(mark(ClockEnds::answer), "answered");
  EXPECT_EQ(mark(ClockEnds::resolution), "resolved");
}

TEST(Explanation, without_a_target_nothing_is_promised_and_before_any_time_there_is_no_picture) {
  Clock clock{.start = sent, .calendar = Calendar::always(zone)};
  const auto at_once = explanation_of(clock, ClockEnds::answer, "none", "Open", zone, sent);
  EXPECT_FALSE(at_once.timeline);
  const auto later = explanation_of(clock, ClockEnds::answer, "none", "Open", zone, sent + hours{2});
  EXPECT_EQ(later.timeline->says, "Open: 2 hours counted.");
  EXPECT_EQ(later.timeline->due, "");
  EXPECT_THAT(later.sentences, Contains("No time is promised: this is measured, not judged."));
}

}  // namespace
}  // namespace punctual::web
