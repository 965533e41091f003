#include "domain/sla/clocks.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "domain/calendar/random_hours.test.h"
#include "domain/sla/counted_time.h"

namespace punctual::sla {
namespace {

using namespace zones;
using State = Clock::State;
using Type = EventType;

Calendar office() {
  BusinessHours hours;
  for (std::size_t i = 0; i < 5; ++i) hours.weekly[i] = {{540, 1020}};
  return Calendar::compile(hours, TimeZone::utc());
}

// Monday 2024-07-01.
Instant monday(int hour, int minute = 0) {
  return utc(2024, 7, 1, hour, minute);
}
Instant tuesday(int hour, int minute = 0) {
  return utc(2024, 7, 2, hour, minute);
}

const PolicyInForce usual{{Target::of_hours(1), Target::of_hours(2), Target::of_hours(8)}, office()};

TEST(Clocks, OnlyAHumanStopsTheFirstReply) {
  const std::vector<Event> events{{monday(9), Type::submitted},
                                  {monday(9), Type::auto_reply},
                                  {monday(9, 5), Type::internal_note},
                                  {monday(9, 6), Type::assigned},
                                  {monday(9, 7), Type::waiting_on_client}};
  EXPECT_EQ(evaluate(events, usual, monday(10)).first_reply.state, State::running);
  EXPECT_EQ(evaluate(events, usual, monday(10, 1)).first_reply.state, State::breached);
}

TEST(Clocks, InTimeOnTheDueInstantAndLateAfterIt) {
  std::vector<Event> events{{monday(9), Type::submitted}, {monday(10), Type::human_reply}};
  EXPECT_EQ(evaluate(events, usual, monday(12)).first_reply.state, State::met);
  events[1].at += Seconds{1};
  EXPECT_EQ(evaluate(events, usual, monday(12)).first_reply.state, State::missed);
}

TEST(Clocks, LateThoughCountedTimeEqualsTheTarget) {
  const PolicyInForce until_five{{Target::of_hours(8), {}, {}}, office()};
  const std::vector<Event> events{{monday(9), Type::submitted}, {monday(18), Type::human_reply}};
  const auto clock = evaluate(events, until_five, monday(18)).first_reply;
  EXPECT_EQ(clock.due, monday(17));
  EXPECT_EQ(clock.elapsed, hours{8});
  EXPECT_EQ(clock.state, State::missed);
}

TEST(Clocks, NextReplyRunsFromTheOldestUnansweredMessage) {
  const std::vector<Event> events{{monday(9), Type::submitted},        {monday(9, 10), Type::client_reply},
                                  {monday(9, 30), Type::human_reply},  {monday(9, 40), Type::human_reply},
                                  {monday(10), Type::client_reply},    {monday(11), Type::client_reply},
                                  {monday(11, 30), Type::human_reply}, {monday(16), Type::client_reply}};
  const auto clocks = evaluate(events, usual, tuesday(9));
  ASSERT_EQ(clocks.next_reply.size(), 2u);
  EXPECT_EQ(clocks.next_reply[0].start, monday(10));
  EXPECT_EQ(clocks.next_reply[0].due, monday(12));
  EXPECT_EQ(clocks.next_reply[0].state, State::met);
  EXPECT_EQ(clocks.next_reply[0].elapsed, minutes{90});
  EXPECT_EQ(clocks.next_reply[1].due, tuesday(10));
  EXPECT_EQ(clocks.next_reply[1].state, State::running);
}

TEST(Clocks, WaitingMakesTheDueUnknownAndMovesItByItsOpenTime) {
  std::vector<Event> events{{monday(9), Type::submitted}, {monday(13), Type::waiting_on_client}};
  auto clock = evaluate(events, usual, tuesday(12)).resolution;
  EXPECT_EQ(clock.state, State::paused);
  EXPECT_EQ(clock.due, std::nullopt);
  EXPECT_EQ(clock.elapsed, hours{4});
  events.push_back({tuesday(10), Type::resumed});
  clock = evaluate(events, usual, tuesday(12)).resolution;
  EXPECT_EQ(clock.state, State::running);
  EXPECT_EQ(clock.due, tuesday(14));
  EXPECT_EQ(clock.elapsed, hours{6});
}

TEST(Clocks, WaitingAfterTheBreachDoesNotHealIt) {
  const std::vector<Event> events{{monday(9), Type::submitted}, {tuesday(9), Type::waiting_on_client}};
  const auto clock = evaluate(events, usual, tuesday(12)).resolution;
  EXPECT_EQ(clock.state, State::breached);
  EXPECT_EQ(clock.due, monday(17));
  EXPECT_EQ(clock.elapsed, hours{8});
}

TEST(Clocks, WaitingFromTheDueInstantOnIsNoBreachAtIt) {
  const std::vector<Event> events{{monday(9), Type::submitted}, {monday(17), Type::waiting_on_client}};
  EXPECT_EQ(evaluate(events, usual, monday(17)).resolution.state, State::paused);
  EXPECT_EQ(evaluate(events, usual, monday(17)).resolution.due, monday(17));
}

TEST(Clocks, BusinessDaysMakeGoodWhatWasPausedBeforeTheDay) {
  const PolicyInForce days_long{{{}, {}, Target::of_business_days(1)}, office()};
  // Monday 12:00 + 1bd = Tuesday 12:00, B = 8 h; two open hours are lost.
  const std::vector<Event> events{
      {monday(12), Type::submitted}, {monday(15), Type::waiting_on_client}, {tuesday(9), Type::client_reply}};
  EXPECT_EQ(evaluate(events, days_long, tuesday(9)).resolution.due, tuesday(14));
  // Over a night nothing is lost.
  const std::vector<Event> night{
      {monday(12), Type::submitted}, {monday(17), Type::waiting_on_client}, {tuesday(9), Type::client_reply}};
  EXPECT_EQ(evaluate(night, days_long, tuesday(9)).resolution.due, tuesday(12));
}

TEST(Clocks, ResolutionAnswersAndReopeningGoesOn) {
  std::vector<Event> events{{monday(9), Type::submitted},
                            {monday(9, 30), Type::waiting_on_client},
                            {monday(10), Type::resolved},
                            {monday(11), Type::resolved}};
  auto clocks = evaluate(events, usual, monday(12));
  EXPECT_EQ(clocks.first_reply.stopped, monday(10));
  EXPECT_EQ(clocks.resolution.stopped, monday(10));
  EXPECT_EQ(clocks.resolution.elapsed, minutes{30});
  EXPECT_EQ(clocks.resolution.state, State::met);
  events.push_back({monday(12), Type::client_reply});
  clocks = evaluate(events, usual, monday(13));
  EXPECT_EQ(clocks.resolution.state, State::running);
  EXPECT_EQ(clocks.resolution.elapsed, minutes{90});
  EXPECT_EQ(clocks.resolution.due, tuesday(11, 30));
  EXPECT_EQ(clocks.first_reply.stopped, monday(10));
  ASSERT_EQ(clocks.next_reply.size(), 1u);
  EXPECT_EQ(clocks.next_reply[0].start, monday(12));
}

TEST(Clocks, TierChangeCountsFromTheStartOfEachRunningClock) {
  const PolicyInForce strict{{Target::of_minutes(30), {}, Target::of_hours(4)},
                             Calendar::always(TimeZone::utc())};
  const std::vector<Event> events{{monday(9), Type::submitted},
                                  {monday(10), Type::waiting_on_client},
                                  {monday(11), Type::resumed},
                                  {monday(12), Type::tier_changed, &strict}};
  const auto clocks = evaluate(events, usual, monday(12));
  EXPECT_EQ(clocks.policy, strict.policy);
  EXPECT_EQ(clocks.first_reply.state, State::breached);
  EXPECT_EQ(clocks.first_reply.due, monday(9, 30));
  EXPECT_EQ(clocks.resolution.due, monday(14)) << "the earlier pause is kept";
}

TEST(Clocks, StoppedClocksAreNeverJudgedAgain) {
  const PolicyInForce strict{{Target::of_minutes(1), Target::of_minutes(1), {}}, office()};
  const std::vector<Event> events{{monday(9), Type::submitted},
                                  {monday(9, 30), Type::human_reply},
                                  {monday(10), Type::tier_changed, &strict}};
  const auto clock = evaluate(events, usual, tuesday(9)).first_reply;
  EXPECT_EQ(clock.state, State::met);
  EXPECT_EQ(clock.due, monday(10));
  EXPECT_EQ(clock.target, Target::of_hours(1));
}

TEST(Clocks, LaxerTierUnbreaches) {
  const PolicyInForce lax{{Target::of_hours(8), {}, {}}, office()};
  const std::vector<Event> events{{monday(9), Type::submitted}, {monday(12), Type::tier_changed, &lax}};
  EXPECT_EQ(evaluate(events, usual, monday(11)).first_reply.state, State::breached);
  EXPECT_EQ(evaluate(events, usual, monday(12)).first_reply.state, State::running);
}

TEST(Clocks, WithoutTargetMeasuredNeverJudged) {
  const PolicyInForce best_effort{{}, office()};
  const std::vector<Event> events{{monday(9), Type::submitted}, {tuesday(17), Type::human_reply}};
  const auto clock = evaluate(events, best_effort, tuesday(17)).first_reply;
  EXPECT_EQ(clock.state, State::met);
  EXPECT_EQ(clock.due, std::nullopt);
  EXPECT_EQ(clock.elapsed, hours{16});
}

RC_GTEST_PROP(ClockLaws, PausingOverClosedTimeMovesNothing, ()) {
  const auto where = chance::place();
  const auto calendar = chance::calendar(where);
  const auto start = chance::instant(where);
  const auto to = start + days{9};
  std::vector<Pause> pauses;
  auto at = start;
  for (const auto& open : calendar.intervals(start, to)) {
    if (at < open.opens) pauses.push_back({{at, open.opens}});
    at = open.closes;
  }
  const CountedTime plain(calendar, start, {});
  const CountedTime paused(calendar, start, pauses);
  for (const auto target :
       {Target::of_seconds(*rc::gen::inRange(0, 300'000)), Target::of_business_days(*rc::gen::inRange(0, 4))})
    RC_ASSERT(plain.due(target) == paused.due(target));
  RC_ASSERT(plain.until(to) == paused.until(to));
}

RC_GTEST_PROP(ClockLaws, CountedTimeReachesWhatItCounts, ()) {
  const auto where = chance::place();
  const auto calendar = chance::calendar(where);
  const auto start = chance::instant(where);
  std::vector<Pause> pauses;
  for (auto t = start; pauses.size() < 3;) {
    t += Seconds{*rc::gen::inRange(0, 90'000)};
    pauses.push_back({{t, t + Seconds{*rc::gen::inRange(1, 90'000)}}});
    t = pauses.back().time.closes;
  }
  if (*rc::gen::inRange(0, 3) == 0) pauses.back().time.closes = Instant::max();
  const CountedTime counted(calendar, start, pauses);
  const Seconds amount{*rc::gen::inRange(1, 300'000)};
  const auto reached = counted.reaches(amount);
  if (!reached) {
    RC_ASSERT(counted.until(start + days{15000}) < amount);
    return;
  }
  RC_ASSERT(counted.until(*reached) == amount);
  RC_ASSERT(counted.until(*reached - Seconds{1}) == amount - Seconds{1});
}

}  // namespace
}  // namespace punctual::sla
