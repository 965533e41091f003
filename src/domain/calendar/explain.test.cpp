#include "domain/calendar/explain.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "domain/calendar/random_hours.test.h"
#include "domain/calendar/sentences.h"

namespace punctual {
namespace {

using namespace zones;

BusinessHours office_hours() {
  BusinessHours hours;
  for (std::size_t i = 0; i < 5; ++i) hours.weekly[i] = {{540, 1020}};
  return hours;
}

TEST(Explain, FridayAfternoonToTuesdayOverAHoliday) {
  auto hours = office_hours();
  hours.holidays[date(2024, 5, 27)] = "Memorial Day";
  const auto calendar = Calendar::compile(hours, new_york());
  const auto start = utc(2024, 5, 24, 20, 30);
  const auto due = calendar.due(start, Target::of_hours(1));
  EXPECT_EQ(due, utc(2024, 5, 28, 13, 30));
  EXPECT_EQ(sentences(explain(calendar, start, *due), calendar.zone()),
            (std::vector<std::string>{
                "Friday 24 May, 9:00 am to 4:30 pm: before the request, not counted.",
                "Friday 24 May, 4:30 pm to 5:00 pm: 30 minutes counted.",
                "Friday 24 May, 5:00 pm to Sunday 26 May, midnight: closed, not counted.",
                "Monday 27 May: holiday (Memorial Day), not counted.",
                "Tuesday 28 May, 12:00 am to 9:00 am: closed, not counted.",
                "Tuesday 28 May, 9:00 am to 9:30 am: 30 minutes counted.",
                "In all 1 hour counted. Times are New York time.",
            }));
}

TEST(Explain, WaitingOnTheClientAndAnEarlyClosing) {
  auto hours = office_hours();
  hours.exceptions[date(2024, 7, 3)] = {{540, 780}};
  const auto calendar = Calendar::compile(hours, new_york());
  const Pause wait{{utc(2024, 7, 3, 14), utc(2024, 7, 3, 15, 30)}};
  const auto made = explain(calendar, utc(2024, 7, 3, 13), utc(2024, 7, 3, 22), std::span(&wait, 1));
  EXPECT_EQ(made.total, std::chrono::minutes{150});
  EXPECT_EQ(sentences(made, calendar.zone()),
            (std::vector<std::string>{
                "Wednesday 3 July, 9:00 am to 10:00 am: 1 hour counted.",
                "Wednesday 3 July, 10:00 am to 11:30 am: waiting on the client, not counted.",
                "Wednesday 3 July, 11:30 am to 1:00 pm: 1 hour 30 minutes counted.",
                "Wednesday 3 July, 1:00 pm to 6:00 pm: closed that day by exception, not counted.",
                "In all 2 hours 30 minutes counted. Times are New York time.",
            }));
}

TEST(Explain, NightsTakenAwayByAHolidayBelongToIt) {
  BusinessHours hours;
  for (auto& day : hours.weekly) day = {{1320, 1800}};
  hours.holidays[date(2024, 7, 4)] = "Independence Day";
  const auto calendar = Calendar::compile(hours, new_york());
  const auto made = explain(calendar, utc(2024, 7, 5, 5), utc(2024, 7, 5, 9));
  ASSERT_EQ(made.stretches.size(), 1u);
  EXPECT_EQ(made.stretches[0].reason, Reason::holiday);
}

TEST(Explain, SaysWhenTheClocksChange) {
  const auto calendar = Calendar::always(new_york());
  EXPECT_EQ(sentences(explain(calendar, utc(2024, 3, 10, 5), utc(2024, 3, 10, 9)), calendar.zone()).front(),
            "Sunday 10 March, 12:00 am to 5:00 am (the clocks change in between): 4 hours counted.");
}

TEST(Explain, NothingToExplain) {
  const auto calendar = Calendar::always(new_york());
  const auto made = explain(calendar, utc(2024, 3, 10), utc(2024, 3, 9));
  EXPECT_TRUE(made.stretches.empty());
  EXPECT_EQ(sentences(made, calendar.zone()).back(), "In all 0 minutes counted. Times are New York time.");
}

RC_GTEST_PROP(ExplainLaws, StretchesFollowOneAnotherAndSumUp, ()) {
  const auto where = chance::place();
  const auto calendar = chance::calendar(where);
  auto from = chance::instant(where);
  auto to = chance::instant(where);
  if (to < from) std::swap(from, to);
  std::vector<Pause> pauses;
  for (auto t = from + Seconds{*rc::gen::inRange(-90'000, 90'000)}; pauses.size() < 3;) {
    const auto until = t + Seconds{*rc::gen::inRange(1, 90'000)};
    pauses.push_back({{t, until}});
    t = until + Seconds{*rc::gen::inRange(0, 90'000)};
  }
  const auto made = explain(calendar, from, to, pauses);
  auto expected = calendar.elapsed(from, to);
  for (const auto& pause : pauses)
    expected -= calendar.elapsed(std::max(from, pause.time.opens), std::min(to, pause.time.closes));
  RC_ASSERT(made.total == expected);
  Seconds sum{0};
  for (std::size_t i = 0; i < made.stretches.size(); ++i) {
    const auto& stretch = made.stretches[i];
    sum += stretch.counted;
    RC_ASSERT(stretch.time.opens < stretch.time.closes);
    if (i > 0) RC_ASSERT(made.stretches[i - 1].time.closes == stretch.time.opens);
    RC_ASSERT(stretch.counted == (stretch.reason == Reason::open ? stretch.time.length() : Seconds{0}));
    const bool is_open = stretch.reason == Reason::open || stretch.reason == Reason::waiting_on_client ||
                         stretch.reason == Reason::before_submission;
    RC_ASSERT(calendar.is_open(stretch.time.opens) == is_open);
  }
  RC_ASSERT(sum == made.total);
  if (from < to) {
    RC_ASSERT(made.stretches.back().time.closes == to);
    const auto& first = made.stretches.front();
    RC_ASSERT(first.time.opens == from ||
              (first.reason == Reason::before_submission && first.time.closes == from));
  }
}

}  // namespace
}  // namespace punctual
