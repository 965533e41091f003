#include "domain/people/going.h"

#include <gtest/gtest.h>

#include "domain/time/zones.test.h"

namespace punctual::people {
namespace {

using zones::date;
using zones::utc;

struct OneZone : ZoneSource {
  std::optional<TimeZone> find(std::string_view) const override { return zones::new_york(); }
};

constexpr auto november = [](unsigned day) { return date(2026, 11, day); };
/// In New York.
constexpr auto at = [](unsigned day, int hour, int minute = 0) {
  return utc(2026, 11, day, hour + 5, minute);
};

/// Monday to Thursday, 8 to 5; the 16th is a Monday.
struct HalfWeek {
  std::vector<RotaChange> changes;
  std::vector<KnownAbsence> known;
  std::map<Date, std::string> holidays;

  void absent(unsigned first, unsigned last, Instant since, std::optional<WallInterval> hours = {}) {
    changes.push_back({RotaChange::Kind::absence, november(first), november(last), hours});
    known.push_back({changes.back(), since});
  }
  std::optional<Going> going(Instant now) const {
    BusinessHours week;
    week.zone = "America/New_York";
    for (std::size_t day = 0; day < 4; ++day) week.weekly[day] = {{8 * 60, 17 * 60}};
    return going_at(*Worker::of({1}, with_holidays(week, holidays), changes, OneZone()), known, now);
  }
};

TEST(Going, IsTheEndOfTheDaysWorkAndThenTheLeaveTheyAreOn) {
  const HalfWeek week;
  const Going thursday{{at(19, 8), at(19, 17), at(23, 8)}};
  EXPECT_EQ(week.going(at(19, 8)), thursday);
  EXPECT_EQ(week.going(at(19, 16, 59)), thursday);
  EXPECT_EQ(week.going(at(19, 17)), thursday);
  EXPECT_EQ(week.going(at(22, 12)), thursday);
  EXPECT_NE(week.going(at(23, 8)), thursday);
}

TEST(Going, IsSuddenFromWhenAnAbsenceIsKnown) {
  HalfWeek week;
  week.absent(17, 18, at(17, 10));
  const Going called{{at(17, 10), at(17, 10), at(19, 8)}, true};
  EXPECT_EQ(week.going(at(17, 10)), called);
  EXPECT_EQ(week.going(at(18, 23)), called);
  EXPECT_FALSE(week.going(at(19, 8))->sudden);
}

TEST(Going, IsSuddenInTheEveningBefore) {
  HalfWeek week;
  week.absent(17, 17, at(16, 20));
  EXPECT_EQ(week.going(at(16, 20)), (Going{{at(16, 20), at(16, 20), at(18, 8)}, true}));
}

TEST(Going, IsNotSuddenWhereTheyCouldSeeItComeOrItIsForLater) {
  HalfWeek week;
  week.absent(17, 17, at(16, 12));  // known while at work
  EXPECT_EQ(week.going(at(16, 18)), (Going{{at(16, 8), at(16, 17), at(18, 8)}}));
  HalfWeek later;
  later.absent(17, 17, at(16, 20), WallInterval{14 * 60, 17 * 60});  // at work before it
  EXPECT_EQ(later.going(at(16, 21)), (Going{{at(16, 8), at(16, 17), at(17, 8)}}));
  HalfWeek over;
  over.absent(10, 10, at(16, 20));
  EXPECT_FALSE(over.going(at(16, 21))->sudden);
}

TEST(Going, OfSeveralAbsencesTheOneKnownLastCounts) {
  HalfWeek week;
  week.absent(17, 17, at(17, 8, 30));
  week.absent(18, 18, at(17, 15));
  EXPECT_EQ(week.going(at(17, 16)), (Going{{at(17, 15), at(17, 15), at(19, 8)}, true}));
  EXPECT_EQ(week.going(at(17, 14))->leave.leaves, at(17, 8, 30));
}

TEST(Going, HomeInTheMiddleOfTheDayIsSuddenFromThen) {
  HalfWeek week;
  week.absent(17, 17, at(17, 11), WallInterval{10 * 60 + 30, 24 * 60});
  EXPECT_EQ(week.going(at(17, 11)), (Going{{at(17, 11), at(17, 11), at(18, 8)}, true}));
}

TEST(Going, HolidaysAreALeaveLikeAnyOther) {
  HalfWeek week;
  week.holidays[november(23)] = "Founders' Day";
  EXPECT_EQ(week.going(at(19, 12)), (Going{{at(19, 8), at(19, 17), at(24, 8)}}));
}

TEST(Going, WhoHasBeenAwayForLongOrNeverLeavesDoesNotGo) {
  HalfWeek week;
  week.absent(2, 30, utc(2026, 10, 1));
  week.changes.back().last = date(2027, 3, 31);
  EXPECT_EQ(week.going(utc(2027, 1, 15)), std::nullopt);
  const Worker always{{1}, {}, {}, Calendar::always(TimeZone::utc())};
  EXPECT_EQ(going_at(always, {}, at(17, 8)), std::nullopt);
}

}  // namespace
}  // namespace punctual::people
