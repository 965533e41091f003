// Warnings, the goal, and "next update by".

#include <gtest/gtest.h>

#include "domain/sla/goal.h"
#include "domain/sla/next_update.h"
#include "domain/sla/warning.h"
#include "domain/time/zones.test.h"

namespace punctual::sla {
namespace {

using namespace zones;

Calendar office() {
  BusinessHours hours;
  for (std::size_t i = 0; i < 5; ++i) hours.weekly[i] = {{540, 1020}};
  return Calendar::compile(hours, TimeZone::utc());
}
Instant monday(int hour, int minute = 0, int second = 0) {
  return utc(2024, 7, 1, hour, minute, second);
}
Instant tuesday(int hour, int minute = 0, int second = 0) {
  return utc(2024, 7, 2, hour, minute, second);
}

TEST(Warning, AtAPartOfTheTarget) {
  const Clock clock{.start = monday(15), .due = tuesday(11)};  // 4 h
  EXPECT_EQ(warning_at(office(), clock, 50), monday(17)) << "used up at closing, not at the next opening";
  EXPECT_EQ(warning_at(office(), clock, 75), tuesday(10));
  EXPECT_EQ(warning_at(office(), clock, 100), tuesday(11));
  EXPECT_EQ(warning_at(office(), clock, 0), monday(15));
  EXPECT_EQ(warning_at(office(), {.start = monday(15)}, 75), std::nullopt);
}

TEST(Warning, RoundsUpToWholeSeconds) {
  const Clock clock{.start = monday(9), .due = monday(9, 0, 10)};
  EXPECT_EQ(warning_at(office(), clock, 75), monday(9, 0, 8));
  EXPECT_EQ(warning_at(office(), clock, 71), monday(9, 0, 8));
  EXPECT_EQ(warning_at(office(), clock, 70), monday(9, 0, 7));
}

TEST(Warning, LeavesOutWhatWasPaused) {
  const Clock clock{
      .start = monday(9), .due = monday(15), .pauses = {{{monday(10), monday(12)}}}};  // 4 h counted
  EXPECT_EQ(warning_at(office(), clock, 25), monday(10));
  EXPECT_EQ(warning_at(office(), clock, 50), monday(13));
}

TEST(Warning, OnlyTheHighestOfThosePassedIsSent) {
  const Clock clock{.start = monday(9), .due = monday(13)};
  const int stages[] = {100, 50, 75};
  const auto warnings = warnings_of(office(), clock, stages);
  EXPECT_EQ(warnings, (std::vector<Warning>{{50, monday(11)}, {75, monday(12)}, {100, monday(13)}}));
  EXPECT_EQ(highest_passed(warnings, monday(10, 59, 59)), std::nullopt);
  EXPECT_EQ(highest_passed(warnings, monday(12, 30)), (Warning{75, monday(12)}));
}

TEST(Goal, ReachedOrPassedNeverMissed) {
  const auto hour = Target::of_hours(1);
  const auto goal = [&](std::optional<Instant> answered, Instant now) {
    return judge_goal(office(), hour, monday(9), answered, std::nullopt, now).state;
  };
  EXPECT_EQ(goal(std::nullopt, monday(10)), Goal::State::running);
  EXPECT_EQ(goal(std::nullopt, monday(10, 0, 1)), Goal::State::passed);
  EXPECT_EQ(goal(monday(10), monday(12)), Goal::State::reached);
  EXPECT_EQ(goal(monday(11), monday(12)), Goal::State::passed);
}

TEST(Goal, HiddenWhereTheGuaranteeIsDueEarlier) {
  const auto shown = [](std::optional<Instant> guarantee) {
    return judge_goal(office(), Target::of_hours(1), monday(9), std::nullopt, guarantee, monday(9)).shown;
  };
  EXPECT_TRUE(shown(std::nullopt));
  EXPECT_TRUE(shown(monday(10)));
  EXPECT_TRUE(shown(monday(13)));
  EXPECT_FALSE(shown(monday(9, 30)));
}

using Update = UpdateEvent::Type;
using State = NextUpdate::State;

std::vector<State> states(std::vector<UpdateEvent> events, Instant now) {
  std::vector<State> all;
  for (const auto& promise : judge_next_updates(events, now)) all.push_back(promise.state);
  return all;
}

TEST(NextUpdate, KeptByTheNextReplyInTimeAndMissedAfter) {
  const UpdateEvent promise{monday(9), Update::human_reply, monday(12)};
  EXPECT_EQ(states({promise}, monday(12)), std::vector{State::running});
  EXPECT_EQ(states({promise}, monday(12, 0, 1)), std::vector{State::missed});
  EXPECT_EQ(states({promise, {monday(12), Update::human_reply}}, monday(15)), std::vector{State::kept});
  EXPECT_EQ(states({promise, {monday(11), Update::resolved}}, monday(15)), std::vector{State::kept});
  EXPECT_EQ(states({promise, {monday(13), Update::human_reply}}, monday(15)), std::vector{State::missed});
}

TEST(NextUpdate, LaterPromiseReplacesOnlyWhatWasNotMissed) {
  const UpdateEvent promise{monday(9), Update::human_reply, monday(12)};
  EXPECT_EQ(states({promise, {monday(10), Update::expectation, monday(16)}}, monday(15)),
            (std::vector{State::replaced, State::running}));
  EXPECT_EQ(states({promise, {monday(13), Update::expectation, monday(16)}}, monday(15)),
            (std::vector{State::missed, State::running}));
  EXPECT_EQ(states({promise, {monday(10), Update::human_reply, monday(16)}}, monday(15)),
            (std::vector{State::kept, State::running}));
}

TEST(NextUpdate, CancelledByWaitingAndByReopening) {
  const UpdateEvent promise{monday(9), Update::human_reply, monday(12)};
  EXPECT_EQ(states({promise, {monday(10), Update::waiting_on_client}}, tuesday(9)),
            std::vector{State::cancelled});
  EXPECT_EQ(states({promise, {monday(10), Update::reopened}}, tuesday(9)), std::vector{State::cancelled});
  EXPECT_EQ(states({promise, {monday(13), Update::waiting_on_client}}, tuesday(9)),
            std::vector{State::missed});
}

TEST(NextUpdate, RemembersWhenAMissedOneWasSettled) {
  const std::vector<UpdateEvent> events{{monday(9), Update::human_reply, monday(12)},
                                        {monday(13), Update::human_reply}};
  EXPECT_EQ(judge_next_updates(events, monday(15)),
            (std::vector<NextUpdate>{{State::missed, monday(9), monday(12), monday(13)}}));
  EXPECT_EQ(judge_next_updates(events, monday(12, 30)),
            (std::vector<NextUpdate>{{State::missed, monday(9), monday(12), std::nullopt}}));
}

}  // namespace
}  // namespace punctual::sla
