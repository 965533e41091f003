#include "domain/calendar/calendar.h"

#include <gtest/gtest.h>

#include <thread>

#include "domain/time/zones.test.h"

namespace punctual {
namespace {

using namespace zones;

BusinessHours week(DayHours weekdays, DayHours weekend = {}) {
  BusinessHours hours;
  for (std::size_t i = 0; i < 7; ++i) hours.weekly[i] = i < 5 ? weekdays : weekend;
  return hours;
}

const DayHours nine_to_five{{540, 1020}};

Calendar office() {
  return Calendar::compile(week(nine_to_five), new_york());
}

TEST(Calendar, IntervalsAreHalfOpen) {
  EXPECT_TRUE(office().is_open(utc(2024, 7, 1, 13)));
  EXPECT_TRUE(office().is_open(utc(2024, 7, 1, 20, 59, 59)));
  EXPECT_FALSE(office().is_open(utc(2024, 7, 1, 21)));
  EXPECT_FALSE(office().is_open(utc(2024, 7, 1, 12, 59, 59)));
}

TEST(Calendar, SaysWhenItOpensAndCloses) {
  const auto saturday = utc(2024, 7, 6, 16);
  EXPECT_EQ(office().next_opening(saturday), utc(2024, 7, 8, 13));
  EXPECT_EQ(office().closes_at(utc(2024, 7, 8, 13)), utc(2024, 7, 8, 21));
  EXPECT_EQ(office().closes_at(saturday), std::nullopt);
  EXPECT_EQ(office().next_opening(utc(2024, 7, 8, 14)), utc(2024, 7, 8, 14));
}

TEST(Calendar, NightsThatMeetAtMidnightAreOneInterval) {
  const auto calendar = Calendar::compile(week({{0, 1440}}, {{0, 1440}}), new_york());
  EXPECT_EQ(calendar.closes_at(utc(2024, 7, 1, 13)), std::nullopt) << "open for good";
  EXPECT_EQ(calendar.intervals(utc(2024, 1, 1), utc(2034, 1, 1)),
            (std::vector<Interval>{{utc(2024, 1, 1), utc(2034, 1, 1)}}));
  EXPECT_EQ(calendar.elapsed(utc(2024, 1, 1), utc(2034, 1, 1)), utc(2034, 1, 1) - utc(2024, 1, 1));
}

TEST(Calendar, AlwaysIsPlainElapsedTime) {
  const auto calendar = Calendar::always(new_york());
  EXPECT_EQ(calendar.due(utc(2024, 3, 10, 5), Target::of_hours(4)), utc(2024, 3, 10, 9));
  EXPECT_EQ(calendar.elapsed(utc(2024, 3, 10, 5), utc(2024, 3, 10, 9)), hours{4});
  EXPECT_EQ(calendar.closes_at(utc(2024, 3, 10, 5)), std::nullopt);
  // The same time next day, across a day of 23 hours.
  EXPECT_EQ(calendar.due(utc(2024, 3, 9, 17), Target::of_business_days(1)), utc(2024, 3, 10, 16));
}

TEST(Calendar, NeverOpeningPromisesNothing) {
  const auto calendar = Calendar::compile(week({}), new_york());
  for (const auto target :
       {Target::of_seconds(0), Target::of_hours(1), Target::of_business_days(0), Target::of_business_days(1)})
    EXPECT_EQ(calendar.due(utc(2024, 7, 1), target), std::nullopt);
  EXPECT_EQ(calendar.next_opening(utc(2024, 7, 1)), std::nullopt);
  EXPECT_EQ(calendar.elapsed(utc(1800, 1, 1), utc(2600, 1, 1)), Seconds{0});
  EXPECT_FALSE(Calendar::unite({}).is_open(utc(2024, 7, 1)));
}

TEST(Calendar, PromisesReachSixtyYearsAhead) {
  BusinessHours hours;
  hours.exceptions[date(2083, 12, 31)] = nine_to_five;
  EXPECT_EQ(Calendar::compile(hours, TimeZone::utc()).due(utc(2024, 1, 1), Target::of_hours(1)),
            utc(2083, 12, 31, 10));
  hours.exceptions.clear();
  hours.exceptions[date(2084, 1, 2)] = nine_to_five;
  EXPECT_EQ(Calendar::compile(hours, TimeZone::utc()).due(utc(2024, 1, 1), Target::of_hours(1)),
            std::nullopt);
  EXPECT_EQ(office().due(utc(2024, 1, 1), Target::of_hours(1'000'000)), std::nullopt);
  EXPECT_EQ(office().due(utc(2024, 1, 1), Target::of_business_days(1'000'000)), std::nullopt);
  EXPECT_EQ(office().due(utc(2024, 1, 1), {INT64_MAX / 3600, Target::Unit::hours}), std::nullopt);
}

TEST(Calendar, AnyYearIsCounted) {
  const auto calendar = Calendar::compile(week(nine_to_five), TimeZone::utc());
  for (const int year : {1, 1500, 1899, 1900, 1969, 1970, 2299, 2399, 2499, 2500, 3000, 9998}) {
    const auto from = utc(year, 1, 1);
    const auto to = from + days{28};
    EXPECT_EQ(calendar.elapsed(from, to), 20 * hours{8}) << year;
    EXPECT_EQ(calendar.due(from, Target::of_hours(160)).value() <= to, true) << year;
  }
  EXPECT_EQ(calendar.elapsed(utc(1801, 1, 1), utc(2201, 1, 1)), 146'097 / 7 * 40 * hours{1});
}

TEST(Calendar, LongTargetsCrossManyYears) {
  EXPECT_EQ(office().due(utc(2024, 1, 1, 14), Target::of_hours(2080 * 10)).value() > utc(2033, 12, 1), true);
}

TEST(Calendar, TheEarliestDateOwnsWhereNightAndMorningOverlap) {
  BusinessHours hours;
  hours.weekly[0] = {{1320, 1440 + 600}};  // Monday 22:00 to Tuesday 10:00
  hours.weekly[1] = {{480, 1020}};         // Tuesday 08:00 to 17:00
  const auto calendar = Calendar::compile(hours, TimeZone::utc());
  // Tuesday 09:00 is Monday's 33:00; on Tuesday that lies behind the last closing.
  EXPECT_EQ(calendar.due(utc(2024, 7, 2, 9), Target::of_business_days(1)), utc(2024, 7, 2, 17));
}

TEST(Calendar, UnionOfZonesIsAUnionOfInstants) {
  const auto both = Calendar::unite({office(), Calendar::compile(week(nine_to_five), TimeZone::utc())});
  EXPECT_EQ(both.on(date(2024, 7, 1)), (std::vector<Interval>{{utc(2024, 7, 1, 9), utc(2024, 7, 1, 21)}}));
  EXPECT_EQ(both.elapsed(utc(2024, 7, 1), utc(2024, 7, 2)), hours{12});
  EXPECT_EQ(both.zone().name(), "America/New_York");
}

TEST(Calendar, UnionWithAlwaysIsAlways) {
  const auto both = Calendar::unite({office(), Calendar::always(new_york())});
  EXPECT_TRUE(both.is_open(utc(2024, 7, 6)));
  EXPECT_EQ(both.due(utc(2024, 7, 6), Target::of_hours(4)), utc(2024, 7, 6, 4));
}

TEST(Calendar, ManyThreadsCompileItOnce) {
  const auto calendar = office();
  std::vector<std::jthread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&calendar] {
      for (int year = 1990; year < 2090; ++year)
        EXPECT_EQ(calendar.elapsed(utc(year, 6, 1), utc(year, 6, 29)), 20 * hours{8});
    });
}

}  // namespace
}  // namespace punctual
