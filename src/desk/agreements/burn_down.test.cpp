#include "desk/agreements/burn_down.h"

#include <gtest/gtest.h>

namespace punctual::desk {
namespace {

using agreement::Version;

constexpr Date day(int month, int of_month, int year = 2026) {
  return Date{std::chrono::year{year} / month / of_month};
}
/// So much a month from a date on.
Version version(Date from, std::int64_t minutes) {
  return {.terms = {.from = from,
                    .currency = agreement::Currency::of("EUR").value(),
                    .allowance = agreement::Allowance{.minutes = minutes},
                    .kinds = {{"", 9000}},
                    .rounding = {}}};
}
agreement::Entry work(std::int64_t id, Date on, std::int64_t minutes) {
  return {.id = id, .ticket = {1}, .on = on, .inside = minutes};
}
std::vector<DayLeft> days_of(const std::vector<Version>& versions, std::vector<agreement::Entry> entries,
                             Date today) {
  return burn_down(agreement::account(versions, entries, {}, {}, day(1, 1, 2030)), today);
}

TEST(BurnDown, FallsWithWhatIsWorkedAndRisesWithWhatIsGranted) {
  const auto days =
      days_of({version(day(10, 30), 600)},
              {work(1, day(11, 2), 60), work(2, day(10, 31), 10), work(3, day(11, 2), 30)}, day(11, 3));
  ASSERT_EQ(days.size(), 5U);
  EXPECT_EQ(days[0].on, day(10, 30));
  const auto october = days[0].granted;
  EXPECT_EQ(days[0].left, october);
  EXPECT_EQ(days[1].left, october - 10);
  EXPECT_EQ(days[2].left, 600) << "what was left of October is lost";
  EXPECT_EQ(days[3].left, 510);
  EXPECT_EQ(days[4].left, 510);
}

TEST(BurnDown, IsOfTheAgreementInForceWhateverIsAgreedForLater) {
  auto old = version(day(1, 1), 600);
  old.until = day(7, 1);
  const std::vector<Version> agreed{old, version(day(12, 1), 900)};
  const auto over = days_of(agreed, {}, day(8, 1));
  ASSERT_FALSE(over.empty());
  EXPECT_EQ(over.back().on, day(6, 30)) << "to its end, where nothing is in force";
  EXPECT_EQ(days_of(agreed, {}, day(12, 2)).front().on, day(12, 1));
  EXPECT_TRUE(days_of(agreed, {}, day(12, 31, 2025)).empty());
}

TEST(BurnDown, IsOfAYearAndAMonthAtMost) {
  EXPECT_EQ(days_of({version(day(1, 1, 2020), 600)}, {}, day(11, 3)).size(), 397U);
}

}  // namespace
}  // namespace punctual::desk
