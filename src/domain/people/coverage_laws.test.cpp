// Laws that hold for every pod, and the same gaps as a slow count written apart. A failure names its seed.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "domain/people/slow_rota.test.h"

namespace punctual::people {
namespace {

using std::chrono::days;
using std::chrono::minutes;

bool any_has(const std::vector<SlowWeek>& weeks, Instant t) {
  return std::ranges::any_of(weeks, [&](const SlowWeek& week) { return week.has(t); });
}

/// How many there are of whom too few are there, minute by minute; nothing where nobody lacks.
std::vector<std::optional<int>> slow_gaps(const ChanceRota& pod) {
  const auto members = pod.slow_members();
  const auto promises = pod.slow_promises();
  std::vector<std::optional<int>> found;
  for (Instant t = pod.over.opens; t < pod.over.closes; t += minutes{1}) {
    const auto present =
        static_cast<int>(std::ranges::count_if(members, [&](const SlowWeek& week) { return week.has(t); }));
    found.push_back(present < pod.needed && any_has(promises, t) ? std::optional(present) : std::nullopt);
  }
  return found;
}

std::vector<std::optional<int>> by_minute(const std::vector<Gap>& gaps, Interval over) {
  std::vector<std::optional<int>> found(static_cast<std::size_t>(over.length() / minutes{1}));
  for (const Gap& gap : gaps)
    for (Instant t = gap.over.opens; t < gap.over.closes; t += minutes{1})
      found.at(static_cast<std::size_t>((t - over.opens) / minutes{1})) = gap.present;
  return found;
}

std::vector<Gap> slow_joined(const std::vector<std::optional<int>>& counted, Instant begin) {
  std::vector<Gap> gaps;
  for (std::size_t m = 0; m < counted.size(); ++m) {
    if (!counted[m]) continue;
    const Instant t = begin + minutes{m};
    if (m > 0 && counted[m - 1])
      gaps.back() = {{gaps.back().over.opens, t + minutes{1}}, std::min(gaps.back().present, *counted[m])};
    else
      gaps.push_back({{t, t + minutes{1}}, *counted[m]});
  }
  return gaps;
}

RC_GTEST_PROP(CoverageLaws, IsWhatAMinuteByMinuteCountSays, ()) {
  const auto pod = chance::rota(chance::crowded_place());
  const auto slow = slow_gaps(pod);
  const auto rota = pod.rota();
  RotaCoverage coverage(rota, pod.over);
  const auto pieces = coverage.pieces(rota.pods[0]);
  RC_ASSERT(by_minute(pieces, pod.over) == slow);
  const auto expected = slow_joined(slow, pod.over.opens);
  RC_ASSERT(joined(pieces) == expected);
  const auto told = coverage.gaps(rota.pods[0], pieces);
  const auto promises = pod.slow_promises();
  RC_ASSERT(told.size() == expected.size());
  for (std::size_t i = 0; i < told.size(); ++i) {
    RC_ASSERT(told[i].gap == expected[i]);
    RC_ASSERT(!told[i].causes.empty());
    std::vector<ClientId> endangered;
    for (std::size_t c = 0; c < promises.size(); ++c)
      for (Instant t = told[i].gap.over.opens; t < told[i].gap.over.closes; t += minutes{1})
        if (promises[c].has(t)) {
          endangered.push_back({static_cast<std::int64_t>(c) + 1});
          break;
        }
    RC_ASSERT(told[i].endangered == endangered);
  }
}

RC_GTEST_PROP(CoverageLaws, CutByPlanIsTheSameTimeApartByWhetherAWeekHadIt, ()) {
  const auto pod = chance::rota(chance::crowded_place());
  auto as_planned = pod;
  as_planned.holidays.clear();
  for (auto& week : as_planned.weeks) week.holidays.clear();
  for (auto& changes : as_planned.changes) changes.clear();
  const auto planned = slow_gaps(as_planned);
  const auto slow = slow_gaps(pod);
  const auto rota = pod.rota();
  RotaCoverage coverage(rota, pod.over);
  const auto pieces = coverage.pieces(rota.pods[0]);
  const auto minute = [&](Instant t) { return static_cast<std::size_t>((t - pod.over.opens) / minutes{1}); };
  std::vector<Gap> cut;
  for (const auto& [gap, causes, _] : coverage.gaps(rota.pods[0], pieces, Cut::by_plan)) {
    const auto begin = minute(gap.over.opens);
    for (auto m = begin; m < minute(gap.over.closes); ++m) {
      RC_ASSERT(slow.at(m));
      RC_ASSERT(planned.at(m).has_value() == planned.at(begin).has_value());
    }
    const bool by_the_week =
        std::ranges::any_of(causes, [](const Cause& cause) { return cause.kind == Cause::Kind::week; });
    RC_ASSERT(pod.weeks.empty() || by_the_week == planned.at(begin).has_value());
    if (!cut.empty() && cut.back().over.closes == gap.over.opens)
      RC_ASSERT(planned.at(begin - 1).has_value() != planned.at(begin).has_value());
    cut.push_back(gap);
  }
  RC_ASSERT(joined(cut) == joined(pieces));
}

RC_GTEST_PROP(CoverageLaws, OfTheDeskNobodyIsThereWhereNobodyAtAllIs, ()) {
  auto pod = chance::rota(chance::crowded_place());
  auto rota = pod.rota();
  // In two pods, some in both, some in none.
  rota.pods = {{.id = {1}}, {.id = {2}}};
  for (const auto& worker : rota.workers)
    for (auto& one : rota.pods)
      if (*rc::gen::arbitrary<bool>()) one.members.push_back(worker->id);
  pod.needed = 1;
  pod.promises = {{.zone = "UTC", .always_open = true}};
  RotaCoverage coverage(rota, pod.over);
  if (*rc::gen::arbitrary<bool>()) (void)coverage.pieces(rota.pods[1]);
  RC_ASSERT(by_minute(coverage.pieces(rota.whole_desk()), pod.over) == slow_gaps(pod));
}

RC_GTEST_PROP(CoverageLaws, WhatIsWithdrawnWasNever, ()) {
  const auto where = chance::crowded_place();
  auto pod = chance::rota(where);
  RC_PRE(!pod.weeks.empty());
  const auto before = pod.pieces();
  auto& changes = pod.changes[static_cast<std::size_t>(*rc::gen::inRange(0, int(pod.changes.size())))];
  auto granted = chance::change(where);
  if (granted.kind == RotaChange::Kind::swap_extra) granted.kind = RotaChange::Kind::time_off;
  const auto place = changes.begin() + *rc::gen::inRange(0, int(changes.size()) + 1);
  const auto put = changes.insert(place, granted);
  const auto meanwhile = pod.pieces();
  changes.erase(put);
  RC_ASSERT(pod.pieces() == before);
  RC_ASSERT(opened(meanwhile, before).empty());
  // It opens nothing on other days; an interval may reach into the next, and dates begin apart by zones.
  for (const Gap& gap : opened(before, meanwhile)) {
    RC_ASSERT(Date{std::chrono::floor<days>(gap.over.opens).time_since_epoch()} >= granted.first - days{1});
    RC_ASSERT(Date{std::chrono::floor<days>(gap.over.closes).time_since_epoch()} <= granted.last + days{3});
  }
}

RC_GTEST_PROP(CoverageLaws, OpenedIsEachMinuteWithFewerThanNeededAndThanBefore, ()) {
  const auto where = chance::crowded_place();
  const auto pod = chance::rota(where);
  auto changed = pod;
  if (*rc::gen::arbitrary<bool>() || pod.weeks.empty()) {
    changed = chance::rota(where);
  } else {
    changed.changes.back().push_back(chance::change(where));
    if (*rc::gen::arbitrary<bool>()) changed.needed = *rc::gen::inRange(1, 4);
  }
  const auto before = slow_gaps(pod);
  auto expected = slow_gaps(changed);
  for (std::size_t m = 0; m < expected.size(); ++m)
    if (before[m] && expected[m] && *before[m] <= *expected[m]) expected[m].reset();
  RC_ASSERT(by_minute(opened(pod.pieces(), changed.pieces()), pod.over) == expected);
}

RC_GTEST_PROP(CoverageLaws, ADaySwappedWithAnEqualLeavesThePodAsItWas, ()) {
  const auto where = chance::crowded_place();
  auto pod = chance::rota(where);
  pod.needed = 1;
  pod.holidays.clear();
  const auto a = chance::date_near(where);
  const auto b = chance::date_near(where);
  RC_PRE(a != b);
  const auto zone = rc::gen::elementOf(HandmadeZones::all());
  auto first = chance::hours({*zone, where.change});
  auto second = first;
  const auto on_a = chance::day();
  const auto on_b = chance::day();
  first.exceptions[a] = second.exceptions[b] = {};
  first.exceptions[b] = on_b;
  second.exceptions[a] = on_a;
  pod.weeks.insert(pod.weeks.end(), {first, second});
  pod.changes.resize(pod.weeks.size());
  const auto before = pod.pieces();
  const auto swap = [&](std::vector<RotaChange>& changes, Date gives, Date takes, const DayHours& hours) {
    changes.push_back({RotaChange::Kind::swap_off, gives, gives, {}});
    for (const auto& part : hours) changes.push_back({RotaChange::Kind::swap_extra, takes, takes, part});
  };
  swap(pod.changes[pod.changes.size() - 2], b, a, on_a);
  swap(pod.changes.back(), a, b, on_b);
  RC_ASSERT(pod.pieces() == before);
}

}  // namespace
}  // namespace punctual::people
