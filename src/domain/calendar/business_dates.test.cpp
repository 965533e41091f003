#include "domain/calendar/business_dates.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "domain/calendar/random_hours.test.h"

namespace punctual {
namespace {

using namespace zones;

Calendar office() {
  BusinessHours hours;
  for (std::size_t i = 0; i < 5; ++i) hours.weekly[i] = {{540, 1020}};
  hours.holidays[date(2024, 7, 4)] = "Independence Day";
  return Calendar::compile(hours, new_york());
}

TEST(BusinessDates, SkipHolidaysAndWeekends) {
  EXPECT_EQ(business_dates(office(), utc(2024, 7, 3, 15), 2),
            (std::vector{date(2024, 7, 3), date(2024, 7, 5), date(2024, 7, 8)}));
}

TEST(BusinessDates, BeginWithTheDayThatIsWorkedInFull) {
  EXPECT_EQ(business_dates(office(), utc(2024, 7, 6, 15), 1),
            (std::vector{date(2024, 7, 8), date(2024, 7, 9)}));
}

TEST(BusinessDates, AreNoneWithoutAPromise) {
  EXPECT_TRUE(business_dates(Calendar::unite({}), utc(2024, 7, 6), 1).empty());
  EXPECT_TRUE(business_dates(office(), utc(2024, 7, 6), 1'000'000).empty());
}

RC_GTEST_PROP(BusinessDatesLaws, TheDueFallsOnTheLast, ()) {
  const auto where = chance::place();
  const auto calendar = chance::calendar(where);
  const auto start = chance::instant(where);
  const auto count = *rc::gen::inRange(0, 6);
  const auto due = calendar.due(start, Target::of_business_days(count));
  const auto walked = business_dates(calendar, start, count);
  RC_ASSERT(walked.size() == (due ? static_cast<std::size_t>(count) + 1 : 0));
  if (!due) return;
  const auto holds = [](const std::vector<Interval>& set, Instant t) {
    return std::ranges::any_of(set,
                               [&](const Interval& open) { return open.opens <= t && t <= open.closes; });
  };
  RC_ASSERT(holds(calendar.on(walked.front()), *calendar.next_opening(start)));
  RC_ASSERT(holds(calendar.on(walked.back()), *due));
  for (auto d = walked.front(); d <= walked.back(); d += days{1})
    RC_ASSERT(calendar.is_business_day(d) == std::ranges::binary_search(walked, d));
}

}  // namespace
}  // namespace punctual
