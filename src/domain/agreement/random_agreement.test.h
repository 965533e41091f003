#pragma once

// Agreements and the work under them as chance makes them.

#include <rapidcheck/gtest.h>

#include "domain/agreement/allocation.h"

namespace punctual::agreement::chance {

inline const Date first_day{std::chrono::year{2026} / 1 / 1};
inline const Date last_day{std::chrono::year{2027} / 3 / 1};

inline int number(int from, int to) {
  return *rc::gen::inRange(from, to);
}
inline bool coin() {
  return *rc::gen::arbitrary<bool>();
}
inline Date date() {
  return first_day + std::chrono::days{number(0, 420)};
}

enum class Rounded { sometimes, never };

inline Terms terms(Date from, Rounded entries) {
  Terms made{.from = from,
             .currency = Currency::of(*rc::gen::element(std::string("EUR"), std::string("JPY"))).value(),
             .allowance = {},
             .kinds = {{"design", number(0, 20'000), coin()}, {"", number(0, 20'000), coin() || coin()}},
             .rounding = {}};
  for (auto& covered : made.covered) covered = number(0, 4) > 0;
  if (number(0, 5) > 0)
    made.allowance = Allowance{number(0, 900),
                               *rc::gen::element(Period::month, Period::quarter, Period::year, Period::block),
                               coin() ? std::optional(number(0, 4)) : std::nullopt};
  if (entries == Rounded::sometimes && coin())
    made.rounding = {.minimum = number(0, 60), .increment = *rc::gen::element(1, 6, 15, 30)};
  made.fee = coin() ? number(0, 100'000) : 0;
  made.outside_percent = *rc::gen::element(100, 125, 150, 200);
  if (number(0, 4) > 0)
    made.overage = number(0, 300);
  else
    made.overage.reset();
  made.credit = {
      number(0, 60), coin() ? std::optional<Minutes>(number(0, 90)) : std::nullopt, {coin(), true, coin()}};
  return made;
}

inline Agreement agreement(Rounded entries = Rounded::sometimes) {
  Agreement made;
  for (int n = number(1, 4), from = number(0, 40); n > 0; --n, from += number(20, 150))
    made.versions.push_back(terms(first_day + std::chrono::days{from}, entries));
  for (int n = number(0, 3); n > 0; --n)
    made.bought.push_back({date(), number(0, 600), coin() ? std::optional(date()) : std::nullopt});
  if (coin()) made.end = made.versions.back().from + std::chrono::days{number(1, 300)};
  return made;
}

inline Entry entry(std::int64_t id) {
  Entry made{.id = id,
             .ticket = {number(1, 4)},
             .tier = number(1, 5),
             .kind = coin() ? "design" : "other",
             .on = date(),
             .inside = number(0, 300),
             .outside = coin() ? number(0, 200) : 0,
             .courtesy = number(0, 8) == 0};
  if (number(0, 5) == 0)
    made.booked = std::min(made.on + std::chrono::days{number(1, 90)}, last_day - std::chrono::days{1});
  return made;
}

inline Approval approval(std::int64_t estimate) {
  Approval made{.estimate = estimate, .ticket = {number(1, 4)}, .minutes = number(0, 400), .on = date()};
  if (coin()) made.kinds = {*rc::gen::element(std::string("design"), std::string())};
  if (coin())
    made.most = Money{number(0, 60'000),
                      Currency::of(*rc::gen::element(std::string("EUR"), std::string("JPY"))).value()};
  if (coin()) made.asked = made.on - std::chrono::days{number(0, 30)};
  if (made.asked && made.minutes == 0 && coin())
    made.withdrawn = *made.asked + std::chrono::days{number(0, 60)};
  return made;
}

struct Work {
  std::vector<Entry> entries;
  std::vector<Approval> approvals;
  std::vector<Missed> missed;
};

inline Work work() {
  Work made;
  for (int n = number(0, 30); n > 0; --n) made.entries.push_back(entry(n));
  for (int n = number(0, 4); n > 0; --n) made.approvals.push_back(approval(n));
  for (int n = number(0, 5); n > 0; --n)
    made.missed.push_back(
        {date(),
         {number(1, 4)},
         *rc::gen::element(Promise::first_reply, Promise::next_reply, Promise::resolution)});
  return made;
}

inline Allocation allocated(const Agreement& agreement, const Work& work) {
  return allocate(agreement, work.entries, work.approvals, work.missed, last_day);
}

}  // namespace punctual::agreement::chance
