#include "domain/sla/explained_clock.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "domain/calendar/random_hours.test.h"
#include "domain/sla/clock_sentences.h"
#include "domain/sla/stretch_periods.h"

namespace punctual::sla {
namespace {

using namespace zones;
using Type = EventType;
using Lines = std::vector<std::string>;

// 9 to 5 in New York; Monday 27 May 2024 is a holiday.
Calendar office() {
  BusinessHours hours;
  for (std::size_t i = 0; i < 5; ++i) hours.weekly[i] = {{540, 1020}};
  hours.holidays[date(2024, 5, 27)] = "Memorial Day";
  return Calendar::compile(hours, new_york());
}

// In New York's summer time.
Instant on(unsigned month, unsigned day, int hour, int minute = 0) {
  return utc(2024, month, day, hour + 4, minute);
}

struct Told {
  Clock clock;
  ExplainedClock explained;
  Lines lines;
};

Told tell(const Clock& clock, Instant now, Audience audience = Audience::client) {
  auto explained = explain(clock, now);
  auto lines = sentences(clock, explained, clock.calendar->zone(), audience);
  return {clock, std::move(explained), std::move(lines)};
}

Told first_reply(Target target, std::vector<Event> events, Instant now) {
  const PolicyInForce policy{{target, {}, {}}, office()};
  return tell(evaluate(events, policy, now).first_reply, now);
}

TEST(ExplainedClock, WhatIsStillToComeFollowsWhatWasCounted) {
  const auto told =
      first_reply(Target::of_hours(1), {{on(5, 24, 16, 30), Type::submitted}}, on(5, 24, 16, 50));
  EXPECT_EQ(told.explained.counted, minutes{20});
  EXPECT_EQ(told.explained.promised, hours{1});
  EXPECT_EQ(told.lines, (Lines{
                            "Friday 24 May, 9:00 am to 4:30 pm: before you wrote, not counted.",
                            "Friday 24 May, 4:30 pm to 4:50 pm: 20 minutes counted.",
                            "Friday 24 May, 4:50 pm to 5:00 pm: 10 minutes still to come.",
                            "Friday 24 May, 5:00 pm to Sunday 26 May, midnight: closed, not counted.",
                            "Monday 27 May: holiday (Memorial Day), not counted.",
                            "Tuesday 28 May, 12:00 am to 9:00 am: closed, not counted.",
                            "Tuesday 28 May, 9:00 am to 9:30 am: 30 minutes still to come.",
                            "The promise is 1 hour of open time, used up Tuesday 28 May, 9:30 am.",
                            "20 minutes counted so far, 40 minutes still to come.",
                            "Times are New York time.",
                        }));
}

TEST(ExplainedClock, LateByAnInstantThoughNoOpenTimePassed) {
  const auto told =
      first_reply(Target::of_hours(1), {{on(5, 23, 16), Type::submitted}, {on(5, 23, 18), Type::human_reply}},
                  on(5, 23, 19));
  EXPECT_EQ(told.lines[told.lines.size() - 2],
            "The clock stopped Thursday 23 May, 6:00 pm, after it was due, though no open time had passed "
            "since: late.");
  EXPECT_EQ(told.explained.late(), Seconds{0});
}

TEST(ExplainedClock, OfAKeptPromiseNothingAfterItsStopIsTold) {
  const auto told =
      first_reply(Target::of_hours(4),
                  {{on(5, 23, 9), Type::submitted}, {on(5, 23, 9, 45), Type::human_reply}}, on(5, 30, 12));
  EXPECT_EQ(told.lines, (Lines{
                            "Thursday 23 May, 9:00 am to 9:45 am: 45 minutes counted.",
                            "The promise is 4 hours of open time, used up Thursday 23 May, 1:00 pm.",
                            "The clock stopped Thursday 23 May, 9:45 am with 45 minutes counted: in time.",
                            "Times are New York time.",
                        }));
}

TEST(ExplainedClock, WhatDoesNotCountIsToldOnceThoughNowLiesInIt) {
  const auto told = first_reply(Target::of_hours(1), {{on(5, 24, 17), Type::submitted}}, on(5, 27, 12));
  EXPECT_EQ(told.lines[1], "Monday 27 May: holiday (Memorial Day), not counted.");
  EXPECT_EQ(told.lines[2], "Tuesday 28 May, 12:00 am to 9:00 am: closed, not counted.");
}

TEST(ExplainedClock, AGoalIsPassedOrReachedAndNeverLate) {
  const auto told = [](std::optional<Instant> answered, Instant now) {
    std::vector<Event> events{{on(5, 23, 9), Type::submitted}};
    if (answered) events.push_back({*answered, Type::human_reply});
    const PolicyInForce policy{{Target::of_hours(1), {}, {}}, office()};
    const auto clock = evaluate(events, policy, now).first_reply;
    const auto lines =
        sentences(clock, explain(clock, now), clock.calendar->zone(), Audience::client, Judged::as_goal);
    return Lines(lines.end() - 3, lines.end() - 1);
  };
  const std::string goal = "The goal is 1 hour of open time, used up Thursday 23 May, 10:00 am.";
  EXPECT_EQ(told({}, on(5, 23, 11)), (Lines{goal, "Now is 1 hour of open time past the goal."}));
  EXPECT_EQ(
      told(on(5, 23, 9, 30), on(5, 23, 11)),
      (Lines{goal,
             "The clock stopped Thursday 23 May, 9:30 am with 30 minutes counted: the goal was reached."}));
}

TEST(ExplainedClock, BusinessDaysNameTheDayTheyBeganAndTheDayTheyEnd) {
  const auto told =
      first_reply(Target::of_business_days(2), {{on(5, 24, 16, 30), Type::submitted}}, on(5, 28, 10));
  EXPECT_EQ(
      told.lines[told.lines.size() - 3],
      "The promise is 2 business days after Friday 24 May, at the same time: Wednesday 29 May, 4:30 pm.");
  EXPECT_EQ(told.explained.promised, hours{16});
}

TEST(ExplainedClock, AClientIsSpokenToAndStaffReadOfTheClient) {
  const PolicyInForce policy{{{}, {}, Target::of_hours(8)}, office()};
  const std::vector<Event> events{{on(5, 23, 9), Type::submitted}, {on(5, 23, 10), Type::waiting_on_client}};
  const auto now = on(5, 23, 12);
  const auto clock = evaluate(events, policy, now).resolution;
  EXPECT_EQ(tell(clock, now).lines[1],
            "Thursday 23 May, 10:00 am to 12:00 pm: waiting for your answer, not counted.");
  const auto staff = tell(clock, now, Audience::staff).lines;
  EXPECT_EQ(staff[1], "Thursday 23 May, 10:00 to 12:00: waiting on the client, not counted.");
  EXPECT_EQ(staff[2], "The promise is 8 hours; while the clock waits, nobody knows yet when it is due.");
}

TEST(ExplainedClock, StaffReadTwentyFourHours) {
  const PolicyInForce policy{{Target::of_hours(1), {}, {}}, office()};
  const std::vector<Event> events{{on(5, 24, 16, 30), Type::submitted}, {on(5, 28, 14), Type::human_reply}};
  const auto now = on(5, 28, 15);
  EXPECT_EQ(
      tell(evaluate(events, policy, now).first_reply, now, Audience::staff).lines,
      (Lines{
          "Friday 24 May, 09:00 to 16:30: before the request, not counted.",
          "Friday 24 May, 16:30 to 17:00: 30 minutes counted.",
          "Friday 24 May, 17:00 to Sunday 26 May, 24:00: closed, not counted.",
          "Monday 27 May: holiday (Memorial Day), not counted.",
          "Tuesday 28 May, 00:00 to 09:00: closed, not counted.",
          "Tuesday 28 May, 09:00 to 09:30: 30 minutes counted.",
          "Tuesday 28 May, 09:30 to 14:00: 4 hours 30 minutes after it was due.",
          "The promise is 1 hour of open time, used up Tuesday 28 May, 09:30.",
          "The clock stopped Tuesday 28 May, 14:00, 4 hours 30 minutes of open time after it was due: late.",
          "Times are New York time.",
      }));
}

TEST(ExplainedClock, ResolvedTimeIsNoWaiting) {
  const PolicyInForce policy{{{}, {}, Target::of_hours(8)}, office()};
  const std::vector<Event> events{
      {on(5, 23, 9), Type::submitted}, {on(5, 23, 10), Type::resolved}, {on(5, 23, 11), Type::reopened}};
  const auto now = on(5, 23, 12);
  const auto told = tell(evaluate(events, policy, now).resolution, now);
  EXPECT_EQ(told.lines[1], "Thursday 23 May, 10:00 am to 11:00 am: resolved, not counted.");
}

TEST(ExplainedClock, AStoppedClockIsExplainedOnTheCalendarThatJudgedIt) {
  const PolicyInForce first{{Target::of_hours(1), {}, {}}, office()};
  const PolicyInForce second{{Target::of_hours(1), {}, {}}, Calendar::always(new_york())};
  const std::vector<Event> events{{on(5, 24, 18), Type::submitted},
                                  {on(5, 28, 9, 15), Type::human_reply},
                                  {on(5, 28, 12), Type::tier_changed, &second}};
  const auto now = on(5, 29, 12);
  const auto explained = explain(evaluate(events, first, now).first_reply, now);
  EXPECT_EQ(explained.counted, minutes{15});
}

TEST(ExplainedClock, WhatIsLongIsToldByTheWeekAndSumsUpAlike) {
  const PolicyInForce policy{{{}, {}, Target::of_hours(200)}, office()};
  const std::vector<Event> events{{on(5, 20, 9), Type::submitted}};
  const auto now = on(6, 14, 17);
  const auto told = tell(evaluate(events, policy, now).resolution, now);
  EXPECT_EQ(told.lines, (Lines{
                            "Week of Monday 20 May 2024: 40 hours counted.",
                            "Week of Monday 27 May 2024: 32 hours counted; Memorial Day not counted.",
                            "Week of Monday 3 June 2024: 40 hours counted.",
                            "Week of Monday 10 June 2024: 40 hours counted.",
                            "Week of Monday 17 June 2024: 40 hours still to come.",
                            "Week of Monday 24 June 2024: 8 hours still to come.",
                            "The promise is 200 hours of open time, used up Monday 24 June, 5:00 pm.",
                            "152 hours counted so far, 48 hours still to come.",
                            "Times are New York time.",
                        }));
}

std::vector<Event> random_life(Instant start) {
  static const std::vector<Type> types{Type::auto_reply,   Type::human_reply, Type::waiting_on_client,
                                       Type::client_reply, Type::resumed,     Type::resolved,
                                       Type::reopened};
  std::vector<Event> events{{start, Type::submitted}};
  for (int n = *rc::gen::inRange(0, 8); n > 0; --n)
    events.push_back({events.back().at + Seconds{*rc::gen::inRange(0, 90'000)}, *rc::gen::elementOf(types)});
  return events;
}

RC_GTEST_PROP(ExplainedClockLaws, ThePartsSumUpToElapsedAndToTheTarget, ()) {
  const auto where = chance::place();
  const PolicyInForce policy{
      {Target::of_seconds(*rc::gen::inRange(0, 300'000)), Target::of_hours(3),
       *rc::gen::elementOf(std::vector{Target::of_hours(6), Target::of_business_days(2)})},
      chance::calendar(where)};
  const auto start = chance::instant(where);
  const auto events = random_life(start);
  const auto now = start + Seconds{*rc::gen::inRange(0, 900'000)};
  const auto clocks = evaluate(events, policy, now);
  std::vector<Clock> all = clocks.next_reply;
  all.push_back(clocks.first_reply);
  all.push_back(clocks.resolution);
  for (const auto& clock : all) {
    const auto explained = explain(clock, now);
    RC_ASSERT(explained.counted == clock.elapsed);
    if (clock.due && !clock.target->in_business_days())
      RC_ASSERT(explained.promised == clock.target->seconds());
    Seconds sum{0};
    for (const auto& stretch : explained.explanation.stretches) {
      sum += stretch.counted;
      for (const auto split : {std::optional(explained.until), explained.due})
        if (split) RC_ASSERT(stretch.time.closes <= *split || stretch.time.opens >= *split);
    }
    RC_ASSERT(sum == explained.explanation.total);
    for (const auto period : {Period::week, Period::month, Period::year}) {
      Seconds past{0};
      for (const auto& part : sums_of(clock, explained, where.zone, period))
        past += part.past + (explained.due && *explained.due < explained.until ? part.late : Seconds{0});
      RC_ASSERT(past == explained.counted);
    }
    RC_ASSERT(!sentences(clock, explained, where.zone, Audience::client).empty());
  }
}

}  // namespace
}  // namespace punctual::sla
