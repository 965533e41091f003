#include "domain/agreement/simulation.h"

#include <gtest/gtest.h>

namespace punctual::agreement {
namespace {

constexpr Date today{std::chrono::year{2026} / 11 / 23};
constexpr Date december{std::chrono::year{2026} / 12 / 1};
const Currency eur = Currency::of("EUR").value();

/// Ten hours a month, beyond them 100.01 euros an hour.
std::vector<Version> agreed() {
  return {{.terms = {.from = Date{std::chrono::year{2026} / 11 / 1},
                     .currency = eur,
                     .allowance = Allowance{.minutes = 600},
                     .kinds = {{"", 10'001}},
                     .rounding = {}}}};
}
Entry work(TicketId ticket, Minutes minutes) {
  return {.ticket = ticket, .on = today, .inside = minutes};
}
Simulation of(std::vector<Entry> written, std::vector<Entry> imagined) {
  for (std::size_t i = 0; i < written.size(); ++i) written[i].id = static_cast<std::int64_t>(i) + 1;
  return simulate(agreed(), std::move(written), {}, {}, std::move(imagined), december);
}

TEST(Simulation, ComesAfterAllThatIsWrittenDownWhateverTheTicketsNumbers) {
  for (const std::int64_t ticket : {0, 3, 9}) {
    const auto found = of({work({5}, 540)}, {work({ticket}, 90)});
    EXPECT_EQ(found.covered, 60) << ticket;
    EXPECT_EQ(found.extra, 30) << ticket;
    EXPECT_EQ(found.lines.size(), 2U);
  }
  EXPECT_EQ(of({work({5}, 600)}, {work({0}, 60)}).covered, 0);
}

TEST(Simulation, PricesPiecesAsTheirSum) {
  const auto whole = of({work({5}, 600)}, {work({5}, 60)});
  EXPECT_EQ(whole.price, 10'001);
  const auto pieces = of({work({5}, 600)}, {work({5}, 20), work({5}, 20), work({5}, 20)});
  EXPECT_EQ(pieces.price, whole.price);
  std::int64_t sum = 0;
  for (const Line& line : pieces.lines) sum += line.price->minor;
  EXPECT_EQ(sum, pieces.price);
}

TEST(Simulation, WorkedAsItWasPlannedItCostsItsPrice) {
  const std::vector<Entry> planned{work({5}, 125), work({5}, 35), work({5}, 71)};
  const auto estimate = of({work({4}, 550)}, planned);
  auto entries = planned;
  entries.push_back(work({4}, 550));
  for (std::size_t i = 0; i < entries.size(); ++i) entries[i].id = static_cast<std::int64_t>(i) + 1;
  const auto accounts =
      account(agreed(), entries, {{.estimate = 1, .ticket = {5}, .minutes = estimate.extra, .on = today}}, {},
              december);
  std::int64_t charged = 0;
  for (const Line& line : accounts.held.at(0).allocation.lines)
    if (line.price) charged += line.price->minor;
  EXPECT_EQ(charged, estimate.price);
  EXPECT_EQ(estimate.extra, 181);
}

}  // namespace
}  // namespace punctual::agreement
