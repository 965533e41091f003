// Laws that hold for every calendar, and the same answers as a slow walk written apart.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "domain/calendar/random_hours.test.h"
#include "domain/calendar/slow_walk.test.h"

namespace punctual {
namespace {

using std::chrono::days;

constexpr int walked_days = 24;

RC_GTEST_PROP(CalendarLaws, SameAsTheSlowWalk, ()) {
  const auto where = chance::place();
  std::vector<BusinessHours> members{chance::hours(where)};
  if (*rc::gen::inRange(0, 3) == 0) members.push_back(chance::hours(where));
  std::vector<Calendar> calendars;
  for (const auto& rules : members) calendars.push_back(Calendar::compile(rules, where.zone));
  const auto calendar = Calendar::unite(calendars);
  const SlowWalk walk(members, where.zone, where.change - days{8}, walked_days * 1440);

  for (int i = 0; i < 3; ++i) {
    const auto from = chance::instant(where);
    const auto to = chance::instant(where);
    RC_ASSERT(calendar.is_open(from) == walk.open(from));
    RC_ASSERT(calendar.elapsed(from, to) == walk.elapsed(from, to));
    const auto target = Target::of_seconds(*rc::gen::inRange(0, 200'000));
    if (const auto due = walk.due(from, target)) RC_ASSERT(calendar.due(from, target) == due);
    const auto in_days = Target::of_business_days(*rc::gen::inRange(0, 4));
    if (const auto due = walk.due(from, in_days)) RC_ASSERT(calendar.due(from, in_days) == due);
  }
}

RC_GTEST_PROP(CalendarLaws, DueAndElapsedAreInverse, ()) {
  const auto where = chance::place();
  const auto calendar = chance::calendar(where);
  const auto start = chance::instant(where);
  const auto target = Target::of_seconds(*rc::gen::inRange(1, 3'000'000));
  const auto due = calendar.due(start, target);
  if (!due) return;
  RC_ASSERT(calendar.elapsed(start, *due) == target.seconds());
  // The smallest such instant: a second before, one second is lacking.
  RC_ASSERT(calendar.elapsed(start, *due - Seconds{1}) == target.seconds() - Seconds{1});
}

RC_GTEST_PROP(CalendarLaws, ElapsedAddsUp, ()) {
  const auto where = chance::place();
  const auto calendar = chance::calendar(where);
  std::vector<Instant> t{chance::instant(where), chance::instant(where), chance::instant(where) + days{3000}};
  std::ranges::sort(t);
  RC_ASSERT(calendar.elapsed(t[0], t[2]) == calendar.elapsed(t[0], t[1]) + calendar.elapsed(t[1], t[2]));
  RC_ASSERT(calendar.elapsed(t[2], t[0]) == Seconds{0} || t[0] == t[2]);
  Seconds sum{0};
  for (const auto& open : calendar.intervals(t[0], t[2])) sum += open.length();
  RC_ASSERT(sum == calendar.elapsed(t[0], t[2]));
}

RC_GTEST_PROP(CalendarLaws, FarYearsAddUp, ()) {
  auto where = chance::place();
  where.change += days{365} * *rc::gen::elementOf(std::vector<int>{-1500, -400, 0, 0, 0, 700, 4000});
  const auto calendar = chance::calendar(where);
  const auto begin = where.change - days{365} * *rc::gen::inRange(0, 900);
  const auto end =
      where.change + days{365} * *rc::gen::inRange(0, 900) + Seconds{*rc::gen::inRange(0, 86'400)};
  Seconds sum{0};
  for (auto t = begin; t < end; t += days{100'000})
    sum += calendar.elapsed(t, std::min(end, t + days{100'000}));
  RC_ASSERT(sum == calendar.elapsed(begin, end));
}

RC_GTEST_PROP(CalendarLaws, SplittingAnIntervalChangesNothing, ()) {
  const auto where = chance::place();
  const auto whole = chance::hours(where);
  auto split = whole;
  for (auto& weekday : split.weekly) {
    DayHours halves;
    for (const auto& [open, close] : weekday) {
      const int cut = *rc::gen::inRange(open + 1, close + 1);
      halves.push_back({open, cut});
      if (cut < close) halves.push_back({cut, close});
    }
    weekday = halves;
  }
  const auto a = Calendar::compile(whole, where.zone);
  const auto b = Calendar::compile(split, where.zone);
  const auto from = where.change - days{10};
  RC_ASSERT(a.intervals(from, from + days{20}) == b.intervals(from, from + days{20}));
  const auto start = chance::instant(where);
  const auto target = Target::of_business_days(*rc::gen::inRange(0, 4));
  RC_ASSERT(a.due(start, target) == b.due(start, target));
}

RC_GTEST_PROP(CalendarLaws, UnionWithItselfIsItself, ()) {
  const auto where = chance::place();
  const auto one = chance::calendar(where);
  const auto twice = Calendar::unite({one, one});
  const auto from = chance::instant(where);
  const auto to = chance::instant(where);
  RC_ASSERT(twice.intervals(from, to) == one.intervals(from, to));
  RC_ASSERT(twice.elapsed(from, to) == one.elapsed(from, to));
  for (const auto target : {Target::of_hours(4), Target::of_business_days(1), Target::of_seconds(0)})
    RC_ASSERT(twice.due(from, target) == one.due(from, target));
}

RC_GTEST_PROP(CalendarLaws, UnionIsOpenWhenAMemberIs, ()) {
  const auto where = chance::place();
  const auto a = chance::calendar(where);
  const auto b = chance::calendar(where);
  const auto both = Calendar::unite({a, b});
  const auto t = chance::instant(where);
  RC_ASSERT(both.is_open(t) == (a.is_open(t) || b.is_open(t)));
  RC_ASSERT(both.on(where.zone.date(t)) == Calendar::unite({b, a}).on(where.zone.date(t)));
}

RC_GTEST_PROP(CalendarLaws, WholeWeeksAwayFromChangesShift, ()) {
  const chance::Place where{zones::new_york(), zones::utc(2024, 5, 20)};
  auto rules = chance::hours(where);
  rules.holidays.clear();
  rules.exceptions.clear();
  rules.weekly_from.clear();
  const auto calendar = Calendar::compile(rules, where.zone);
  const auto start = chance::instant(where);
  const auto week = days{7} * *rc::gen::inRange(1, 12);
  for (const auto target : {Target::of_seconds(*rc::gen::inRange(0, 200'000)), Target::of_business_days(2)}) {
    const auto due = calendar.due(start, target);
    if (due && *due < start + days{21}) RC_ASSERT(calendar.due(start + week, target) == *due + week);
  }
}

RC_GTEST_PROP(CalendarLaws, OpeningsAndClosingsAgree, ()) {
  const auto where = chance::place();
  const auto calendar = chance::calendar(where);
  const auto t = chance::instant(where);
  const auto opening = calendar.next_opening(t);
  if (!opening) return;
  RC_ASSERT(calendar.is_open(*opening));
  RC_ASSERT(calendar.elapsed(t, *opening) == Seconds{0});
  RC_ASSERT(calendar.is_open(t) == (*opening == t));
  RC_ASSERT(calendar.due(t, Target::of_seconds(0)) == opening);
  const auto closing = calendar.closes_at(*opening);
  if (!closing) return;
  RC_ASSERT(!calendar.is_open(*closing));
  RC_ASSERT(calendar.elapsed(*opening, *closing) == *closing - *opening);
}

RC_GTEST_PROP(CalendarLaws, DueNeverRunsBackwards, ()) {
  const auto where = chance::place();
  const auto calendar = chance::calendar(where);
  auto earlier = chance::instant(where);
  auto later = chance::instant(where);
  if (later < earlier) std::swap(earlier, later);
  const auto target = Target::of_seconds(*rc::gen::inRange(0, 500'000));
  const auto a = calendar.due(earlier, target);
  const auto b = calendar.due(later, target);
  if (a && b) RC_ASSERT(*a <= *b);
  const auto more = calendar.due(earlier, Target::of_seconds(target.amount + 1));
  if (a && more) RC_ASSERT(*a < *more || target.amount == 0);
}

}  // namespace
}  // namespace punctual
