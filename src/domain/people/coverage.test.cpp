#include "domain/people/coverage.h"

#include <gtest/gtest.h>

#include "domain/people/slow_rota.test.h"
#include "domain/time/zones.test.h"

namespace punctual::people {
namespace {

using namespace zones;

Calendar at(const DayHours& hours, std::initializer_list<std::size_t> weekdays) {
  BusinessHours week{.zone = "America/New_York"};
  for (const auto i : weekdays) week.weekly[i] = hours;
  return Calendar::compile(week, new_york());
}

const DayHours eight_to_five{{480, 1020}};
const Interval the_week{utc(2026, 11, 16), utc(2026, 11, 21)};
Instant local(int day, int hour) {
  return utc(2026, 11, static_cast<unsigned>(day), static_cast<unsigned>(hour) + 5);
}

std::vector<Gap> pieces(const Calendar& promised, const std::vector<Calendar>& at_work, int needed) {
  Steps steps;
  for (const Calendar& calendar : at_work) steps.add(calendar.intervals(the_week.opens, the_week.closes), 1);
  return lacking(promised.intervals(the_week.opens, the_week.closes), steps.sorted(), needed);
}

TEST(Coverage, TwoHalfWeeksCoverAWholeOneOnce) {
  const auto promised = at(eight_to_five, {0, 1, 2, 3, 4});
  const std::vector<Calendar> both{at(eight_to_five, {0, 1, 2, 3}), at(eight_to_five, {1, 2, 3, 4})};
  EXPECT_TRUE(pieces(promised, both, 1).empty());
  const auto twice = pieces(promised, both, 2);
  EXPECT_EQ(twice,
            (std::vector<Gap>{{{local(16, 8), local(16, 17)}, 1}, {{local(20, 8), local(20, 17)}, 1}}));
}

TEST(Coverage, PiecesThatTouchAreOneGapWithTheFewestOfIt) {
  const auto promised = at(eight_to_five, {0});
  const std::vector<Calendar> morning{at({{480, 720}}, {0})};
  const auto found = pieces(promised, morning, 2);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(joined(found), (std::vector<Gap>{{{local(16, 8), local(16, 17)}, 0}}));
}

TEST(Coverage, WhatAChangeOpensIsWhatNobodyKnewOf) {
  const auto promised = at(eight_to_five, {0});
  const std::vector<Calendar> before{at({{480, 720}}, {0})};
  const std::vector<Calendar> after{at({{480, 600}}, {0})};
  const auto opens = opened(pieces(promised, before, 2), pieces(promised, after, 2));
  EXPECT_EQ(opens, (std::vector<Gap>{{{local(16, 10), local(16, 12)}, 0}})) << "of one there is now nobody";
  EXPECT_TRUE(opened(opens, opens).empty());
}

TEST(Coverage, WhatLiesOutsideOfStretchesIsLeftOfPieces) {
  const std::vector<Gap> pieces{{{local(16, 8), local(16, 17)}, 0}, {{local(16, 17), local(16, 18)}, 1}};
  const auto left = [&](std::vector<Interval> stretches) { return outside(pieces, stretches); };
  EXPECT_EQ(left({}), pieces);
  EXPECT_EQ(left({{local(16, 7), local(16, 8)}, {local(16, 18), local(16, 19)}}), pieces);
  EXPECT_EQ(
      left({{local(16, 7), local(16, 9)}, {local(16, 10), local(16, 11)}, {local(16, 16), local(17, 1)}}),
      (std::vector<Gap>{{{local(16, 9), local(16, 10)}, 0}, {{local(16, 11), local(16, 16)}, 0}}));
  EXPECT_EQ(left({{local(16, 12), local(16, 17)}}),
            (std::vector<Gap>{{{local(16, 8), local(16, 12)}, 0}, pieces[1]}));
}

TEST(Coverage, ADayOffCountsWhereAnExceptionNobodyReadsIsAsEmpty) {
  const BusinessHours always{.zone = "UTC", .exceptions = {{date(2026, 11, 18), {}}}, .always_open = true};
  const Interval wednesday{utc(2026, 11, 18), utc(2026, 11, 19)};
  ChanceRota pod{.weeks = {always}, .changes = {{}}, .promises = {always}, .over = the_week};
  EXPECT_TRUE(pod.pieces().empty());
  pod.changes[0].push_back({RotaChange::Kind::time_off, date(2026, 11, 18), date(2026, 11, 18), {}});
  EXPECT_EQ(pod.pieces(), (std::vector<Gap>{{wednesday, 0}}));
}

}  // namespace
}  // namespace punctual::people
