#include "domain/people/rota_change.h"

#include <gtest/gtest.h>

#include "domain/calendar/calendar.h"
#include "domain/time/zones.test.h"

namespace punctual::people {
namespace {

using namespace zones;
using Kind = RotaChange::Kind;

constexpr WallInterval eight_to_five{480, 1020};
constexpr WallInterval night{1320, 1800};  // 22:00 to 06:00

BusinessHours monday_to_thursday(WallInterval hours = eight_to_five) {
  BusinessHours week{.zone = "America/New_York"};
  for (std::size_t i = 0; i < 4; ++i) week.weekly[i] = {hours};
  return week;
}

const Date monday = date(2026, 11, 23);
const Date friday = monday + std::chrono::days{4};

std::vector<Interval> week_of(const BusinessHours& week) {
  const auto from = new_york().midnight(monday);
  return Calendar::compile(week, new_york()).intervals(from, from + std::chrono::days{7});
}

TEST(RotaChange, AWholeDayOffTakesWhatStartsOnIt) {
  const RotaChange off{Kind::time_off, monday, monday, {}};
  auto hours = at_work(monday_to_thursday(night), {&off, 1});
  EXPECT_TRUE(hours.on(monday).empty()) << "its night is gone with it";
  EXPECT_EQ(hours.on(monday + std::chrono::days{1}), DayHours{night}) << "the next date keeps its own";
  EXPECT_EQ(week_of(hours).size(), 3U);
}

TEST(RotaChange, APartOfADayLeavesTheRest) {
  const RotaChange off{Kind::absence, monday, monday, WallInterval{720, 780}};
  EXPECT_EQ(at_work(monday_to_thursday(), {&off, 1}).on(monday), (DayHours{{480, 720}, {780, 1020}}));
}

TEST(RotaChange, APartReachesIntoTheNightBeforeAndAfter) {
  const auto tuesday = monday + std::chrono::days{1};
  const RotaChange early{Kind::time_off, tuesday, tuesday, WallInterval{0, 180}};
  EXPECT_EQ(week_of(at_work(monday_to_thursday(night), {&early, 1})).front(),
            (Interval{utc(2026, 11, 24, 3), utc(2026, 11, 24, 5)}));
  const RotaChange late{Kind::time_off, monday, monday, WallInterval{1380, 1620}};  // 23:00 to 03:00
  const auto left = week_of(at_work(monday_to_thursday(night), {&late, 1}));
  EXPECT_EQ(left[0], (Interval{utc(2026, 11, 24, 3), utc(2026, 11, 24, 4)}));
  EXPECT_EQ(left[1], (Interval{utc(2026, 11, 24, 8), utc(2026, 11, 24, 11)}));
}

TEST(RotaChange, ASwapGivesUpOneDayForAnotherEvenAHoliday) {
  auto week = monday_to_thursday();
  week.holidays[friday] = "Day after Thanksgiving";
  const std::vector<RotaChange> swap{{Kind::swap_off, monday, monday, {}},
                                     {Kind::swap_extra, friday, friday, eight_to_five}};
  const auto hours = at_work(week, swap);
  EXPECT_TRUE(hours.on(monday).empty());
  EXPECT_EQ(hours.on(friday), DayHours{eight_to_five});
}

TEST(RotaChange, TimeOffBeatsWhatASwapTookOn) {
  const std::vector<RotaChange> changes{{Kind::time_off, friday, friday, {}},
                                        {Kind::swap_extra, friday, friday, eight_to_five}};
  EXPECT_TRUE(at_work(monday_to_thursday(), changes).on(friday).empty());
}

TEST(RotaChange, WhoIsAlwaysThereCanBeAway) {
  const RotaChange off{Kind::absence, monday, friday, {}};
  const auto left = week_of(at_work({.zone = "America/New_York", .always_open = true}, {&off, 1}));
  EXPECT_EQ(left, (std::vector<Interval>{{utc(2026, 11, 28, 5), utc(2026, 11, 30, 5)}}));
}

}  // namespace
}  // namespace punctual::people
