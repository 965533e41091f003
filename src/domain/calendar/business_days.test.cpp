// Business days found by a search are those a walk from date to date finds, however far away they lie.

#include "domain/calendar/business_days.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "domain/calendar/era.h"
#include "domain/calendar/random_hours.test.h"

namespace punctual {
namespace {

using std::chrono::days;
using std::chrono::hours;
using zones::date;
using zones::utc;

TEST(BusinessDays, CountsWithinAnEra) {
  BusinessDays::Marks marks;
  for (const std::size_t i : {0, 3, 4, 700, 1460}) marks.set(i);
  const BusinessDays found(marks);
  EXPECT_EQ(found.total(), 5u);
  EXPECT_EQ(found.before(0), 0u);
  EXPECT_EQ(found.before(4), 2u);
  EXPECT_EQ(found.before(1461), 5u);
  EXPECT_EQ(found.nth(1, 0), 0u);
  EXPECT_EQ(found.nth(2, 1), 3u);
  EXPECT_EQ(found.nth(4, 0), 700u);
  EXPECT_EQ(found.nth(4, 5), 700u);
  EXPECT_EQ(found.nth(5, 1460), 1460u);
}

TEST(BusinessDays, ErasOfDatesAreThoseOfInstants) {
  EXPECT_EQ(BusinessDays::era(date(1970, 1, 1)), 0);
  EXPECT_EQ(BusinessDays::era(date(1969, 12, 31)), -1);
  EXPECT_EQ(BusinessDays::era(date(2021, 12, 31)), 12);
  EXPECT_EQ(BusinessDays::era(date(2022, 1, 1)), 13);
  for (const int number : {-20, -1, 0, 13, 134})
    EXPECT_EQ(BusinessDays::first(number).time_since_epoch(), Era::begin(number).time_since_epoch());
}

/// SEMANTICS 12 from date to date.
std::optional<Instant> walked(const Calendar& calendar, Instant start, std::int64_t count) {
  const auto opening = calendar.next_opening(start);
  if (!opening || count == 0) return opening;
  const auto& zone = calendar.zone();
  const auto near = zone.date(*opening);
  const auto owns = [&](Date d) {
    return std::ranges::any_of(calendar.on(d), [&](const Interval& open) { return open.contains(*opening); });
  };
  auto d = near - days{3};
  while (d <= near && !owns(d)) d += days{1};
  const auto time_of_day = zone.wall(*opening) - WallTime{d};
  while (count > 0) {
    d += days{1};
    if (!calendar.always_open() && d > zone.date(start + promise_horizon) + days{1}) return std::nullopt;
    if (calendar.is_business_day(d)) --count;
  }
  const auto same_time = zone.first_at_or_after(WallTime{d} + time_of_day);
  const auto set = calendar.on(d);
  const auto next = std::ranges::find_if(set, [&](const Interval& open) { return same_time < open.closes; });
  const auto due = next == set.end() ? set.back().closes : std::max(same_time, next->opens);
  if (!calendar.always_open() && due - start > promise_horizon) return std::nullopt;
  return due;
}

/// Where eras meet, where the ones that are kept begin and end, and where clocks change.
chance::Place border() {
  auto where = chance::place();
  static const std::vector<Instant> borders{Era::begin(0),   Era::begin(13),  Era::begin(14),
                                            Era::begin(-18), Era::begin(134), Era::begin(160),
                                            utc(2083, 1, 1), utc(1, 3, 1),    utc(2011, 12, 30, 10)};
  if (*rc::gen::inRange(0, 3) > 0) where.change = *rc::gen::elementOf(borders);
  return where;
}

Calendar random_calendar(const chance::Place& where) {
  std::vector<Calendar> members{chance::calendar(where)};
  if (*rc::gen::inRange(0, 3) == 0) members.push_back(chance::calendar(where));
  if (*rc::gen::inRange(0, 6) == 0) members.push_back(Calendar::always(where.zone));
  // Coverage may span zones, whose dates differ at the same instant.
  if (*rc::gen::inRange(0, 4) == 0) members.push_back(chance::calendar({chance::place().zone, where.change}));
  return Calendar::unite(members);
}

RC_GTEST_PROP(BusinessDays, SearchAndWalkAgree, ()) {
  const auto where = border();
  const auto calendar = random_calendar(where);
  for (const int most : {3, 12, 400, 3000}) {
    const auto start = chance::instant(where) - days{*rc::gen::inRange(0, most)};
    const auto count = *rc::gen::inRange(0, most);
    RC_ASSERT(calendar.due(start, Target::of_business_days(count)) == walked(calendar, start, count));
  }
}

TEST(BusinessDays, NoneBehindTheHorizon) {
  BusinessHours weekdays;
  for (std::size_t i = 0; i < 5; ++i) weekdays.weekly[i] = {{540, 1020}};
  const auto calendar = Calendar::compile(weekdays, zones::new_york());
  const auto start = utc(2024, 7, 1, 14);
  std::int64_t last = 15'600;
  while (walked(calendar, start, last + 1)) ++last;
  EXPECT_TRUE(calendar.due(start, Target::of_business_days(last)));
  EXPECT_EQ(calendar.due(start, Target::of_business_days(last)), walked(calendar, start, last));
  EXPECT_FALSE(calendar.due(start, Target::of_business_days(last + 1)));
}

TEST(BusinessDays, AlwaysOpenSkipsTheDateTheZoneSkipped) {
  const auto calendar = Calendar::always(zones::apia());
  EXPECT_EQ(calendar.due(utc(2011, 12, 29, 20), Target::of_business_days(1)),
            utc(2011, 12, 29, 20) + hours{24});
  EXPECT_EQ(calendar.due(utc(2011, 12, 29, 20), Target::of_business_days(2)),
            utc(2011, 12, 29, 20) + hours{48});
  EXPECT_EQ(calendar.due(utc(2024, 7, 1, 12), Target::of_business_days(1'000'000)),
            utc(2024, 7, 1, 12) + days{1'000'000});
}

}  // namespace
}  // namespace punctual
