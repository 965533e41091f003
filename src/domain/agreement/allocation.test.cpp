#include "domain/agreement/allocation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/agreement/charged_periods.h"

namespace punctual::agreement {
namespace {

using testing::ElementsAre;
using testing::Pair;
using Outcome = Line::Outcome;

Date day(int month, unsigned day_of_month, int year = 2026) {
  return Date{std::chrono::year{year} / month / static_cast<int>(day_of_month)};
}
const Currency eur = Currency::of("EUR").value();

/// 10 h a month, 90 EUR an hour beyond, of which nothing is done without asking.
Terms terms(Date from = day(1, 1)) {
  return {.from = from,
          .currency = eur,
          .allowance = Allowance{.minutes = 600},
          .kinds = {{"", 9000}},
          .rounding = {}};
}
Agreement agreement(Terms only) {
  return {{std::move(only)}, {}};
}

struct Desk {
  Agreement agreed;
  std::vector<Entry> entries{};
  std::vector<Approval> approvals{};
  std::vector<Missed> missed{};

  Desk& work(Date on, Minutes inside, Minutes outside = 0, std::string kind = "", int tier = 3) {
    entries.push_back({std::ssize(entries) + 1, {1}, tier, std::move(kind), on, inside, outside});
    return *this;
  }
  Allocation allocated() const { return allocate(agreed, entries, approvals, missed, day(1, 1, 2027)); }
  /// What became of how many minutes.
  std::map<Outcome, Minutes> became() const {
    std::map<Outcome, Minutes> sums;
    for (const Line& line : allocated().lines) sums[line.outcome] += line.minutes;
    return sums;
  }
};

TEST(Allocation, WhatIsLeftOfAMonthIsLostWithoutRollover) {
  Desk desk{agreement(terms())};
  desk.work(day(1, 10), 120).work(day(2, 10), 660);
  EXPECT_THAT(desk.became(), ElementsAre(Pair(Outcome::allowance, 720), Pair(Outcome::held, 60)));
  EXPECT_EQ(desk.allocated().left(day(1, 31)), 480);
  EXPECT_EQ(desk.allocated().left(day(2, 28)), 0);
}

TEST(Allocation, ThreeMonthsCarriedOverAreUsedOldestFirst) {
  auto agreed = terms();
  agreed.allowance->rollover = 3;
  Desk desk{agreement(agreed)};
  desk.work(day(4, 1), 1500).work(day(5, 1), 700);
  const auto found = desk.allocated();
  EXPECT_EQ(found.used[0], 600) << "January's end with April";
  EXPECT_THAT(desk.became(), ElementsAre(Pair(Outcome::allowance, 2200)));
  EXPECT_EQ(found.left(day(5, 31)), 800) << "2,400 of April and before but 1,500; then May's";
  EXPECT_EQ(found.left(day(6, 30)), 1400 - 0) << "of March nothing is left";
  EXPECT_EQ(Desk{agreement(agreed)}.allocated().left(day(5, 1)), 2400)
      << "what nobody used of January is lost";
}

TEST(Allocation, UnlimitedRolloverEndsWithTheAgreement) {
  auto agreed = terms();
  agreed.allowance->rollover.reset();
  Desk desk{agreement(agreed)};
  desk.agreed.end = day(7, 1);
  EXPECT_EQ(desk.allocated().left(day(6, 30)), 3600);
  desk.work(day(7, 1), 60);
  EXPECT_THAT(desk.became(), ElementsAre(Pair(Outcome::no_terms, 60)));
}

TEST(Allocation, BeyondItIsHeldUntilSomebodyAgreesAndStandsInTheMonthOfThat) {
  Desk desk{agreement(terms())};
  desk.work(day(1, 10), 700);
  const auto held = desk.allocated().lines.back();
  EXPECT_EQ(held.outcome, Outcome::held);
  EXPECT_FALSE(held.price);
  EXPECT_THAT(held.passed,
              ElementsAre(Pair(Term::allowance, Passed::used_up), Pair(Term::approval, Passed::none),
                          Pair(Term::overage, Passed::asks_first)));
  desk.approvals.push_back({7, {1}, 60, day(2, 3)});
  const auto lines = desk.allocated().lines;
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[1].outcome, Outcome::charged);
  EXPECT_EQ(lines[1].estimate, 7);
  EXPECT_EQ(lines[1].month, day(2, 1));
  EXPECT_EQ(lines[1].price, (Money{9000, eur}));
  EXPECT_EQ(lines[2].minutes, 40) << "above what was approved";
  EXPECT_THAT(lines[2].passed,
              ElementsAre(Pair(Term::allowance, Passed::used_up), Pair(Term::approval, Passed::used_up),
                          Pair(Term::overage, Passed::asks_first)));
}

TEST(Allocation, WhatWasApprovedGoesOnWhereItsTicketWasMergedButNotIntoMonthsBefore) {
  Desk desk{agreement(terms())};
  desk.work(day(1, 10), 660).work(day(1, 12), 60).work(day(3, 2), 630);
  desk.entries[1].ticket = {2};
  desk.entries[2].ticket = {2};
  desk.approvals.push_back({.estimate = 7,
                            .ticket = {1},
                            .minutes = 140,
                            .on = day(1, 5),
                            .moved = Approval::Moved{{2}, day(2, 3)}});
  std::vector<std::tuple<TicketId, Date, Minutes>> charged;
  for (const Line& line : desk.allocated().lines)
    if (line.outcome == Outcome::charged) {
      charged.emplace_back(line.ticket, line.month, line.minutes);
      EXPECT_EQ(line.estimated, TicketId{1});
    }
  EXPECT_THAT(charged,
              ElementsAre(std::tuple(TicketId{1}, day(1, 1), 60), std::tuple(TicketId{2}, day(2, 1), 60),
                          std::tuple(TicketId{2}, day(3, 1), 20)));
  EXPECT_THAT(desk.became(), testing::Contains(Pair(Outcome::held, 10)));
}

TEST(Allocation, AnApprovalIsForItsKindsOfWorkAndAtMostItsAmount) {
  auto agreed = terms();
  agreed.kinds = {{"design", 12'000, true}, {"", 9000, true}};
  Desk desk{agreement(agreed)};
  desk.work(day(1, 10), 600).work(day(1, 11), 60).work(day(1, 12), 60, 0, "design");
  desk.approvals.push_back(
      {.estimate = 7, .ticket = {1}, .minutes = 90, .on = day(1, 5), .kinds = {"design"}});
  auto lines = desk.allocated().lines;
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[1].outcome, Outcome::held);
  EXPECT_THAT(lines[1].passed, testing::Contains(Pair(Term::approval, Passed::other_kind)));
  EXPECT_EQ(lines[2].outcome, Outcome::charged);
  EXPECT_EQ(lines[2].price, (Money{12'000, eur}));
  // Of any kind, but for no more than was approved.
  desk.approvals[0].kinds.clear();
  desk.approvals[0].most = Money{10'000, eur};
  lines = desk.allocated().lines;
  EXPECT_EQ(lines[1].price, (Money{9000, eur}));
  EXPECT_EQ(lines[2].minutes, 5);
  EXPECT_EQ(lines[2].price, (Money{1000, eur}));
  EXPECT_EQ(lines[3].outcome, Outcome::held);
  EXPECT_EQ(lines[3].minutes, 55);
}

TEST(Allocation, WhereTheClientWasAskedWorkWaitsForTheAnswerWhateverNeedsNoAsking) {
  auto agreed = terms();
  agreed.overage.reset();
  Desk desk{agreement(agreed)};
  desk.work(day(1, 10), 660).work(day(1, 12), 30).work(day(1, 20), 45);
  desk.approvals.push_back({.estimate = 1, .ticket = {1}, .asked = day(1, 12)});
  EXPECT_THAT(desk.became(),
              ElementsAre(Pair(Outcome::allowance, 600), Pair(Outcome::charged, 60), Pair(Outcome::held, 75)))
      << "what was done before stays as it was";
  desk.approvals[0].withdrawn = day(1, 20);
  EXPECT_THAT(desk.became(), testing::Contains(Pair(Outcome::held, 30)));
  desk.approvals[0] = {.estimate = 1, .ticket = {1}, .minutes = 60, .on = day(1, 13), .asked = day(1, 12)};
  EXPECT_THAT(desk.became(), ElementsAre(Pair(Outcome::allowance, 600), Pair(Outcome::charged, 120),
                                         Pair(Outcome::held, 15)));
}

TEST(Allocation, SoMuchAMonthIsChargedWithoutAsking) {
  auto agreed = terms();
  agreed.overage = 30;
  Desk desk{agreement(agreed)};
  desk.work(day(1, 10), 620).work(day(1, 11), 20).work(day(2, 1), 630);
  EXPECT_THAT(desk.became(), ElementsAre(Pair(Outcome::allowance, 1200), Pair(Outcome::charged, 60),
                                         Pair(Outcome::held, 10)));
  desk.agreed.versions[0].overage.reset();
  EXPECT_THAT(desk.became(), ElementsAre(Pair(Outcome::allowance, 1200), Pair(Outcome::charged, 70)));
}

TEST(Allocation, WhatTheAllowanceDoesNotCoverSaysSo) {
  auto agreed = terms();
  agreed.kinds = {{"design", 12'000, false}, {"", 9000}};
  agreed.covered = {false, true, true, true};
  Desk desk{agreement(agreed)};
  desk.work(day(1, 10), 60, 0, "design").work(day(1, 11), 60, 0, "development", 1);
  const auto lines = desk.allocated().lines;
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].passed.front(), std::pair(Term::kind, Passed::not_covered));
  EXPECT_EQ(lines[0].rate, 12'000);
  EXPECT_EQ(lines[1].passed.front(), std::pair(Term::tier, Passed::not_covered));
}

TEST(Allocation, AnHourOutsideCountsForMoreAndPartsOfItForNoMore) {
  auto agreed = terms();
  agreed.outside_percent = 150;
  agreed.overage.reset();
  agreed.allowance.reset();
  Desk desk{agreement(agreed)};
  desk.work(day(1, 10), 60, 60);
  EXPECT_THAT(desk.became(), ElementsAre(Pair(Outcome::charged, 150)));
  Desk parts{agreement(agreed)};
  for (int n = 0; n < 60; ++n) parts.work(day(1, 10), 1, 1);
  EXPECT_THAT(parts.became(), ElementsAre(Pair(Outcome::charged, 150)));
}

TEST(Allocation, APayAsYouGoQuarterHourIsChargedWhole) {
  auto agreed = terms();
  agreed.allowance.reset();
  agreed.overage.reset();
  agreed.rounding = {.minimum = 30, .increment = 15};
  Desk desk{agreement(agreed)};
  desk.work(day(1, 10), 5).work(day(1, 11), 31).work(day(1, 12), 0);
  std::vector<Minutes> minutes;
  for (const Line& line : desk.allocated().lines) minutes.push_back(line.minutes);
  EXPECT_THAT(minutes, ElementsAre(30, 45));
}

TEST(Allocation, AnAgreementIsGrantedItsDaysOfThePeriodItBeginsIn) {
  Desk desk{{{terms(day(1, 16))}, {}}};
  const auto found = desk.allocated();
  EXPECT_EQ(found.grants[0].minutes, 310) << "16 of 31 days of January";
  EXPECT_EQ(found.left(day(2, 1)), 600);
}

TEST(Allocation, OtherTermsGrantAnewWhereThePeriodBegunBeforeThemEnds) {
  Desk desk{{{terms(day(1, 1)), terms(day(3, 11))}, {}}};
  desk.agreed.versions[1].allowance = Allowance{.minutes = 1820, .period = Period::quarter};
  const auto found = desk.allocated();
  EXPECT_EQ(found.left(day(3, 1)), 600);
  EXPECT_EQ(found.left(day(3, 31)), 600) << "March was granted as it began";
  EXPECT_EQ(found.left(day(4, 1)), 1820);
  desk.agreed.versions[1].from = day(2, 11);
  EXPECT_EQ(desk.allocated().left(day(3, 1)), 627) << "31 of the 90 days of the quarter";
}

TEST(Allocation, FeesAreAskedAsPeriodsBegin) {
  auto agreed = terms(day(1, 16));
  agreed.fee = 62'000;
  EXPECT_EQ(fees(agreement(agreed), day(1, 1), day(2, 1)), (std::vector{Money{32'000, eur}}));
  EXPECT_EQ(fees(agreement(agreed), day(2, 1), day(4, 1)).size(), 2U);
  agreed.allowance->period = Period::quarter;
  EXPECT_TRUE(fees(agreement(agreed), day(2, 1), day(4, 1)).empty());
}

TEST(Allocation, QuartersBeginWithTheAgreementAndABlockLastsUntilItIsUsed) {
  auto agreed = terms(day(2, 1));
  agreed.allowance = Allowance{.minutes = 1800, .period = Period::quarter};
  Desk quarters{agreement(agreed)};
  EXPECT_EQ(quarters.allocated().left(day(4, 30)), 1800);
  quarters.work(day(4, 30), 1700).work(day(5, 1), 200);
  EXPECT_THAT(quarters.became(), ElementsAre(Pair(Outcome::allowance, 1900)));
  agreed.allowance = Allowance{.minutes = 1200, .period = Period::block};
  Desk block{agreement(agreed)};
  block.agreed.bought.push_back({day(8, 1), 600, {}});
  block.work(day(3, 1), 1000).work(day(9, 1), 900);
  EXPECT_THAT(block.became(), ElementsAre(Pair(Outcome::allowance, 1800), Pair(Outcome::held, 100)));
}

TEST(Allocation, MissedGuaranteesGiveBackWithTheNextMonthUpToACap) {
  auto agreed = terms();
  agreed.credit = {.minutes = 60, .most = 90};
  Desk desk{agreement(agreed)};
  desk.missed = {{day(1, 5), {1}}, {day(1, 20), {2}}, {day(3, 1), {3}}};
  EXPECT_EQ(desk.allocated().left(day(1, 31)), 600);
  EXPECT_EQ(desk.allocated().left(day(2, 1)), 690);
  EXPECT_EQ(desk.allocated().left(day(3, 1)), 600) << "it lasts as long as what is granted then";
  EXPECT_EQ(desk.allocated().left(day(4, 1)), 660);
}

TEST(Allocation, WhatIsGivenAwayIsTakenFromNothing) {
  Desk desk{agreement(terms())};
  desk.work(day(1, 10), 60);
  desk.entries[0].courtesy = true;
  EXPECT_THAT(desk.became(), ElementsAre(Pair(Outcome::courtesy, 60)));
  EXPECT_EQ(desk.allocated().left(day(1, 10)), 600);
}

TEST(Money, IsNamedAndWrittenByItsCurrency) {
  EXPECT_EQ(in_words({123'456'789, eur}), "1,234,567.89 EUR");
  EXPECT_EQ(in_words({-5, eur}), "-0.05 EUR");
  EXPECT_EQ(in_words({1500, Currency::of("JPY").value()}), "1,500 JPY");
  EXPECT_EQ(in_words({1500, Currency::of("KWD").value()}), "1.500 KWD");
  for (const auto* none : {"", "EU", "eur", "EURO", "ABC", "R U"}) EXPECT_FALSE(Currency::of(none)) << none;
}

}  // namespace
}  // namespace punctual::agreement
