#include "domain/ticket/offered_hours.h"

#include <gtest/gtest.h>

#include "domain/time/zones.test.h"

namespace punctual {
namespace {

using zones::utc;

/// Monday to Thursday, 8 to 5, New York.
Calendar half_week() {
  BusinessHours hours;
  hours.zone = "America/New_York";
  for (std::size_t day = 0; day < 4; ++day) hours.weekly[day] = {{8 * 60, 12 * 60}, {13 * 60, 17 * 60}};
  return Calendar::compile(std::move(hours), zones::new_york());
}

TEST(OfferedHours, AreTheLastBeforeAndTheFirstAfter) {
  EXPECT_EQ(
      offered_hours(half_week(), utc(2026, 11, 20, 17), utc(2026, 11, 18, 15), zones::new_york()),
      " is at work Thursday 19 November, 13:00 to 17:00, and again Monday 23 November, 08:00 to 12:00.");
}

TEST(OfferedHours, AreNotOverAndBeginWithTheNextMinute) {
  EXPECT_EQ(
      offered_hours(half_week(), utc(2026, 11, 20, 17), utc(2026, 11, 19, 21, 10, 30), zones::new_york()),
      " is at work Thursday 19 November, 16:11 to 17:00, and again Monday 23 November, 08:00 to 12:00.");
  EXPECT_EQ(offered_hours(half_week(), utc(2026, 11, 20, 17), utc(2026, 11, 19, 22), zones::new_york()),
            " is at work Monday 23 November, 08:00 to 12:00.");
}

TEST(OfferedHours, AreSaidInTheDesksZoneAcrossTheChangeOfTheClocks) {
  EXPECT_EQ(offered_hours(half_week(), utc(2026, 11, 1, 12), utc(2026, 10, 30, 12), zones::madrid()),
            " is at work Monday 2 November, 14:00 to 18:00.");
}

TEST(OfferedHours, OfSomebodyWithoutAWeekAreNone) {
  const auto never = Calendar::compile({.zone = "America/New_York"}, zones::new_york());
  EXPECT_EQ(offered_hours(never, utc(2026, 11, 20, 17), utc(2026, 11, 19, 17), zones::new_york()),
            " is not at work any more.");
}

}  // namespace
}  // namespace punctual
