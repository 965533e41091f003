#include "web/pages/promises.h"

#include <gtest/gtest.h>

#include "web/pages/progress.h"

namespace punctual::web {
namespace {

using namespace std::chrono;
using sla::Clock;

constexpr Instant sent = sys_days{year{2026} / 11 / 24} + hours{19};  // 2 pm in New York
const TimeZone zone = TimeZone::fixed("America/New_York", hours{-5}, "EST");

Standing fresh() {
  Standing standing;
  standing.goal = {.state = sla::Goal::State::running, .due = sent + hours{1}, .shown = true};
  standing.clocks.first_reply = {.start = sent, .target = Target::of_hours(4), .due = sent + hours{18}};
  standing.clocks.resolution = {.start = sent};
  standing.goal.clock = {.start = sent, .target = Target::of_hours(1), .due = sent + hours{1}};
  for (auto* clock : {&standing.clocks.first_reply, &standing.clocks.resolution, &standing.goal.clock})
    clock->calendar = Calendar::always(zone);
  return standing;
}

std::vector<PromiseLine> lines(const Standing& standing, Status status = Status::open,
                               std::optional<int> tier = 2, std::optional<Instant> starts = {},
                               Instant now = sent + minutes{5}) {
  return promise_lines({.standing = standing,
                        .status = status,
                        .tier = tier,
                        .clock_starts = starts,
                        .zone = zone,
                        .now = now});
}

TEST(Promises, before_the_first_answer_it_is_the_goal_and_that_nothing_is_assessed) {
  const auto told = lines(fresh(), Status::fresh, std::nullopt);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].word, "Within our goal");
  EXPECT_EQ(told[0].text, "A person answers by today at 3:00 pm EST.");
  EXPECT_EQ(told[0].under, "How severe it is has not been assessed yet; that comes with the review.");
}

TEST(Promises, an_earlier_guarantee_takes_the_goals_place) {
  auto standing = fresh();
  standing.goal.shown = false;
  standing.clocks.first_reply.due = sent + minutes{30};
  EXPECT_EQ(lines(standing)[0].word, "On time");
  EXPECT_EQ(lines(standing)[0].text, "A person answers by today at 2:30 pm EST.");
  EXPECT_EQ(answer_by(standing), sent + minutes{30});
}

TEST(Promises, out_of_hours_it_says_when_the_clock_starts) {
  auto standing = fresh();
  standing.goal.due = sent + hours{19};
  const auto told = lines(standing, Status::fresh, std::nullopt, sent + hours{18});
  EXPECT_EQ(told[0].text, "A person answers by tomorrow at 9:00 am EST.");
  EXPECT_EQ(told[0].under,
            "You wrote outside our business hours. The clock starts when they do, tomorrow at 8:00 am EST. "
            "How severe it is has not been assessed yet; that comes with the review.");
  EXPECT_EQ(lines(standing, Status::open, 2, sent + hours{18})[0].under,
            "You wrote outside our business hours. The clock starts when they do, tomorrow at 8:00 am EST.");
}

TEST(Promises, a_passed_goal_is_admitted_and_is_no_miss) {
  auto standing = fresh();
  standing.goal.state = sla::Goal::State::passed;
  const auto told = lines(standing, Status::fresh, std::nullopt, {}, sent + hours{2});
  EXPECT_EQ(told[0].word, "Past our goal");
  EXPECT_NE(told[0].verdict, "late");
  EXPECT_EQ(told[0].under,
            "An answer is guaranteed by tomorrow at 8:00 am EST. "
            "How severe it is has not been assessed yet; that comes with the review.");
}

TEST(Promises, a_missed_guarantee_is_late_before_and_after_the_answer) {
  auto standing = fresh();
  standing.clocks.first_reply.state = Clock::State::breached;
  EXPECT_EQ(lines(standing, Status::open, 2, {}, sent + hours{20})[0].word, "Late");
  standing.clocks.first_reply.state = Clock::State::missed;
  standing.clocks.first_reply.stopped = sent + hours{19};
  standing.clocks.first_reply.elapsed = hours{5};
  const auto told = lines(standing, Status::open, 2, {}, sent + hours{20});
  EXPECT_EQ(told[0].word, "Late");
  EXPECT_EQ(told[0].text, "A person answered today at 9:00 am EST, after 5 h of business time.");
  EXPECT_EQ(told[0].under, "Promised by today at 8:00 am EST.");
}

TEST(Promises, without_a_target_it_is_measured_and_not_judged) {
  auto standing = fresh();
  standing.goal.shown = false;
  standing.clocks.first_reply.target.reset();
  standing.clocks.first_reply.due.reset();
  EXPECT_EQ(lines(standing)[0].text, "A person answers as soon as we can.");
  standing.clocks.first_reply.stopped = sent + minutes{10};
  standing.clocks.first_reply.elapsed = minutes{10};
  standing.clocks.first_reply.state = Clock::State::met;
  EXPECT_EQ(lines(standing)[0].verdict, "none");
}

TEST(Promises, without_a_guarantee_the_goal_judges_the_answer) {
  auto standing = fresh();
  standing.clocks.first_reply.target.reset();
  standing.clocks.first_reply.due.reset();
  standing.clocks.first_reply.state = Clock::State::met;
  standing.clocks.first_reply.stopped = standing.goal.clock.stopped = sent + minutes{10};
  standing.goal.state = sla::Goal::State::reached;
  standing.goal.clock.state = Clock::State::met;
  const auto reached = lines(standing)[0];
  EXPECT_EQ(reached.word, "Within our goal");
  EXPECT_EQ(reached.verdict, "kept");
  EXPECT_EQ(reached.under, "Our goal: 1 hour.");
  EXPECT_EQ(reached.explained.value().timeline.value().says,
            "Within our goal: 10 minutes counted of 1 hour.");

  standing.clocks.first_reply.stopped = standing.goal.clock.stopped = sent + minutes{90};
  standing.goal.state = sla::Goal::State::passed;
  standing.goal.clock.state = Clock::State::missed;
  const auto passed = lines(standing, Status::open, 2, {}, sent + hours{2})[0];
  EXPECT_EQ(passed.word, "Past our goal");
  EXPECT_EQ(passed.verdict, "none");
  EXPECT_EQ(passed.under, "Our goal: 1 hour.");
}

TEST(Promises, no_business_time_is_told_in_words) {
  auto standing = fresh();
  standing.clocks.first_reply.state = Clock::State::met;
  standing.clocks.first_reply.stopped = sent + minutes{2};
  EXPECT_EQ(lines(standing)[0].text, "A person answered today at 2:02 pm EST, outside business hours.");
  standing.clocks.first_reply.elapsed = Seconds{59};
  EXPECT_EQ(lines(standing)[0].text,
            "A person answered today at 2:02 pm EST, within a minute of business time.");
}

TEST(Promises, after_it_what_runs_leads_and_what_was_kept_follows) {
  auto standing = fresh();
  standing.clocks.first_reply.state = Clock::State::met;
  standing.clocks.first_reply.stopped = sent + minutes{24};
  standing.clocks.next_reply = {{.start = sent + hours{1},
                                 .target = Target::of_hours(4),
                                 .calendar = Calendar::always(zone),
                                 .due = sent + hours{19}}};
  standing.next_update =
      sla::NextUpdate{.state = sla::NextUpdate::State::missed, .promised_at = sent, .by = sent + hours{1}};
  standing.clocks.resolution.target = Target::of_business_days(2);
  standing.clocks.resolution.state = Clock::State::paused;
  const auto told = lines(standing, Status::waiting);
  ASSERT_EQ(told.size(), 4U);
  EXPECT_EQ(told[0].text, "A person answers by tomorrow at 9:00 am EST.");
  EXPECT_EQ(told[1].text, "You should have heard from us by today at 3:00 pm EST.");
  EXPECT_EQ(told[2].word, "Paused");
  EXPECT_EQ(told[3].word, "Kept");
}

std::string says(const PromiseLine& line) {
  return line.explained.value().timeline.value().says;
}

TEST(Promises, are_explained_by_the_clock_their_line_speaks_of) {
  auto standing = fresh();
  EXPECT_EQ(says(lines(standing)[0]), "Within our goal: 5 minutes counted of 1 hour.");
  standing.goal.state = sla::Goal::State::passed;
  standing.goal.clock.state = Clock::State::breached;
  EXPECT_EQ(says(lines(standing, Status::open, 2, {}, sent + hours{2})[0]),
            "On time: 2 hours counted of 18 hours.");
  standing.clocks.first_reply.target.reset();
  standing.clocks.first_reply.due.reset();
  EXPECT_EQ(says(lines(standing, Status::open, 2, {}, sent + hours{2})[0]),
            "Past our goal: 2 hours counted of 1 hour.");
}

TEST(Promises, only_what_is_promised_now_has_its_explanation_unfolded) {
  auto standing = fresh();
  standing.clocks.first_reply.state = Clock::State::met;
  standing.clocks.first_reply.stopped = sent + minutes{24};
  standing.next_update =
      sla::NextUpdate{.state = sla::NextUpdate::State::missed, .promised_at = sent, .by = sent + hours{1}};
  standing.clocks.resolution.target = Target::of_hours(8);
  standing.clocks.resolution.due = sent + hours{8};
  const auto told = lines(standing);
  ASSERT_EQ(told.size(), 3U);
  EXPECT_FALSE(told[0].explained);  // an instant that was promised, not counted
  EXPECT_TRUE(told[1].explained->unfolded);
  EXPECT_FALSE(told[2].explained->unfolded);
}

TEST(Promises, spam_has_none) {
  EXPECT_TRUE(lines(fresh(), Status::spam).empty());
}

TEST(Progress, follows_the_request) {
  const auto now_at = [](Status status, Answered answered) {
    for (const auto& step : progress_of(status, answered)) {
      if (step.now) return step.words;
    }
    return std::string("none");
  };
  EXPECT_EQ(now_at(Status::fresh, Answered::no), "Received");
  EXPECT_EQ(now_at(Status::open, Answered::no), "Reviewed");
  EXPECT_EQ(now_at(Status::open, Answered::yes), "In progress");
  EXPECT_EQ(now_at(Status::waiting, Answered::yes), "Waiting on you");
  EXPECT_EQ(now_at(Status::resolved, Answered::yes), "none");
  EXPECT_EQ(progress_of(Status::resolved, Answered::yes).back().state, "done");
  EXPECT_TRUE(progress_of(Status::merged, Answered::yes).empty());
}

}  // namespace
}  // namespace punctual::web
