#include "domain/time/time_zone.h"

#include <gtest/gtest.h>

#include "domain/time/zones.test.h"

namespace punctual {
namespace {

using namespace zones;

WallTime wall(Date d, int hour, int minute = 0) {
  return WallTime{d} + hours{hour} + minutes{minute};
}

TEST(TimeZone, OrdinaryTimeReadsItselfBothWays) {
  const auto zone = new_york();
  const auto noon = utc(2024, 7, 1, 16);
  EXPECT_EQ(zone.wall(noon), wall(date(2024, 7, 1), 12));
  EXPECT_EQ(zone.first_at_or_after(wall(date(2024, 7, 1), 12)), noon);
  EXPECT_EQ(zone.abbreviation(noon), "EDT");
  EXPECT_EQ(zone.abbreviation(utc(2024, 1, 1)), "EST");
}

TEST(TimeZone, TimeInAGapIsTheJump) {
  const auto jump = utc(2024, 3, 10, 7);
  EXPECT_EQ(new_york().first_at_or_after(wall(date(2024, 3, 10), 2)), jump);
  EXPECT_EQ(new_york().first_at_or_after(wall(date(2024, 3, 10), 2, 30)), jump);
  EXPECT_EQ(new_york().first_at_or_after(wall(date(2024, 3, 10), 3)), jump);
}

TEST(TimeZone, GapOfHalfAnHourIsNotShiftedByAnHour) {
  const auto jump = utc(2024, 10, 5, 15, 30);
  EXPECT_EQ(lord_howe().first_at_or_after(wall(date(2024, 10, 6), 2, 15)), jump);
  EXPECT_EQ(lord_howe().wall(jump), wall(date(2024, 10, 6), 2, 30));
}

TEST(TimeZone, TimeReadTwiceIsItsFirstPass) {
  const auto zone = new_york();
  EXPECT_EQ(zone.first_at_or_after(wall(date(2024, 11, 3), 1, 30)), utc(2024, 11, 3, 5, 30));
  EXPECT_EQ(zone.first_at_or_after(wall(date(2024, 11, 3), 2)), utc(2024, 11, 3, 7));
  EXPECT_EQ(zone.wall(utc(2024, 11, 3, 6, 30)), wall(date(2024, 11, 3), 1, 30));
}

TEST(TimeZone, HoursBeyondMidnightAreTheNextDates) {
  EXPECT_EQ(new_york().first_at_or_after(wall(date(2024, 7, 1), 26)), utc(2024, 7, 2, 6));
}

TEST(TimeZone, SkippedDateHasNoLength) {
  const auto zone = apia();
  EXPECT_FALSE(zone.has_date(date(2011, 12, 30)));
  EXPECT_TRUE(zone.has_date(date(2011, 12, 29)));
  EXPECT_TRUE(zone.has_date(date(2011, 12, 31)));
  EXPECT_EQ(zone.first_at_or_after(wall(date(2011, 12, 30), 9)), utc(2011, 12, 30, 10));
}

TEST(TimeZone, MidnightThatNeverStrikesIsTheJump) {
  EXPECT_EQ(sao_paulo().midnight(date(2018, 11, 4)), utc(2018, 11, 4, 3));
  // In February 23:00 to 24:00 is read twice, and the new date begins after the second pass.
  EXPECT_EQ(sao_paulo().midnight(date(2018, 2, 18)), utc(2018, 2, 18, 3));
}

TEST(TimeZone, MinuteOfTheNextDateBeforeTheFallBackBeginsThatDate) {
  EXPECT_EQ(st_johns().midnight(date(2006, 10, 29)), utc(2006, 10, 29, 2, 30));
  EXPECT_EQ(st_johns().date(utc(2006, 10, 29, 3)), date(2006, 10, 28));
}

TEST(TimeZone, TableGoesOnByTheCycleOfTheCalendar) {
  std::vector<Transition> table;
  for (int year = 2000; year < 2400; ++year) {
    table.push_back({Instant{nth_sunday(year, 3, 2).time_since_epoch() + hours{7}}, -hours{4}, "EDT"});
    table.push_back({Instant{nth_sunday(year, 11, 1).time_since_epoch() + hours{6}}, -hours{5}, "EST"});
  }
  const TimeZone zone("X", {Instant{}, -hours{5}, "EST"}, table, utc(2400, 1, 1));
  for (const int year : {2400, 2799, 2800, 3301}) {
    const Instant jump{nth_sunday(year, 3, 2).time_since_epoch() + hours{7}};
    EXPECT_EQ(zone.offset_at(jump - Seconds{1}), -hours{5}) << year;
    EXPECT_EQ(zone.offset_at(jump), -hours{4}) << year;
    EXPECT_EQ(zone.first_at_or_after(wall(nth_sunday(year, 3, 2), 2, 30)), jump) << year;
  }
}

TEST(TimeZone, HintChangesNothing) {
  const auto zone = new_york();
  std::size_t hint = 0;
  for (auto w = wall(date(2030, 12, 1), 0); w > wall(date(2023, 1, 1), 0); w -= hours{7})
    EXPECT_EQ(zone.first_at_or_after(w, hint), zone.first_at_or_after(w));
}

}  // namespace
}  // namespace punctual
