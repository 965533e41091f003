#include "domain/people/recurring_gap.h"

#include <gtest/gtest.h>

#include "domain/time/zones.test.h"

namespace punctual::people {
namespace {

using Kind = Cause::Kind;

const TimeZone& zone = zones::new_york();

/// From hour to hour of the zone.
CoverageGap gap_on(Date date, int from, int to, std::vector<Cause> causes = {{.kind = Kind::week}}) {
  const auto at = [&](int hour) { return zone.first_at_or_after(WallTime{date} + std::chrono::hours{hour}); };
  return {{{at(from), at(to)}, 0}, std::move(causes), {{1}}};
}
Date friday(int n) {
  return Date{std::chrono::year{2026} / 10 / 23} + std::chrono::days{7 * n};
}

TEST(RecurringGap, EachFridayOverAChangeOfTheClocksIsOne) {
  const auto found =
      recurring({gap_on(friday(0), 8, 17), gap_on(friday(1), 8, 17), gap_on(friday(2), 8, 17)}, zone);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].first.gap, gap_on(friday(0), 8, 17).gap);
  ASSERT_EQ(found[0].times.size(), 3U);
  EXPECT_EQ(found[0].times[2], gap_on(friday(2), 8, 17).gap.over);
}

TEST(RecurringGap, OtherDaysHoursOrReasonsAreOthersAndWhatWasLostComesFirst) {
  const std::vector<Cause> off{{.kind = Kind::time_off, .person = {7}}};
  const auto saturday = friday(0) + std::chrono::days{1};
  const auto found =
      recurring({gap_on(friday(0), 17, 32), gap_on(saturday, 17, 32), gap_on(friday(1), 8, 17, off),
                 gap_on(friday(1), 17, 33), gap_on(friday(2), 17, 32)},
                zone);
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0].first.causes, off);
  EXPECT_EQ(found[1].times.size(), 2U) << "the first Friday's night and the last's";
  EXPECT_EQ(found[2].first.gap.over.opens, gap_on(saturday, 17, 32).gap.over.opens);
  EXPECT_EQ(found[3].times.size(), 1U);
}

}  // namespace
}  // namespace punctual::people
