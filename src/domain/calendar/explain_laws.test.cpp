// What holds for every explanation: it tiles its period, each stretch is open or closed throughout, and how
// the hours were written down is not to be seen in it.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "domain/calendar/explain.h"
#include "domain/calendar/random_hours.test.h"

namespace punctual {
namespace {

struct Period {
  Instant from;
  Instant to;
};

Period period(const chance::Place& where) {
  const auto a = chance::instant(where);
  const auto b = chance::instant(where);
  return {std::min(a, b), std::max(a, b)};
}

bool counts(Reason reason) {
  return reason == Reason::open || reason == Reason::before_submission || reason == Reason::waiting_on_client;
}

RC_GTEST_PROP(ExplainLaws, EachStretchIsOpenOrClosedThroughout, ()) {
  const auto where = chance::place();
  const auto calendar = chance::calendar(where);
  const auto [from, to] = period(where);
  for (const auto& stretch : explain(calendar, from, to).stretches) {
    const auto open = calendar.elapsed(stretch.time.opens, stretch.time.closes);
    RC_ASSERT(open == (counts(stretch.reason) ? stretch.time.length() : Seconds{0}));
  }
}

RC_GTEST_PROP(ExplainLaws, OfADueSumsUpToTheTarget, ()) {
  const auto where = chance::place();
  const auto calendar = chance::calendar(where);
  const auto start = chance::instant(where);
  const auto target = Target::of_seconds(*rc::gen::inRange(1, 300'000));
  const auto due = calendar.due(start, target);
  if (!due) return;
  const auto made = explain(calendar, start, *due);
  RC_ASSERT(made.total == target.seconds());
  // A target that is used up is used up in open time: the last stretch counts.
  RC_ASSERT(made.stretches.back().reason == Reason::open);
}

RC_GTEST_PROP(ExplainLaws, TwoHalvesAreTheWhole, ()) {
  const auto where = chance::place();
  const auto calendar = chance::calendar(where);
  const auto [from, to] = period(where);
  const auto cut = std::clamp(chance::instant(where), from, to);
  const auto total = [&](Instant a, Instant b) { return explain(calendar, a, b).total; };
  RC_ASSERT(total(from, cut) + total(cut, to) == total(from, to));
}

RC_GTEST_PROP(ExplainLaws, HoursWrittenInPiecesExplainTheSame, ()) {
  const auto where = chance::place();
  const auto whole = chance::hours(where);
  auto split = whole;
  for (auto& weekday : split.weekly) {
    DayHours pieces;
    for (const auto& [open, close] : weekday) {
      const int cut = *rc::gen::inRange(open + 1, close + 1);
      pieces.push_back({open, cut});
      if (cut < close) pieces.push_back({cut, close});
    }
    weekday = pieces;
  }
  const auto [from, to] = period(where);
  const auto a = explain(Calendar::compile(whole, where.zone), from, to);
  const auto b = explain(Calendar::compile(split, where.zone), from, to);
  // But for the opening before the start: that is the piece's.
  const auto without_before = [](Explanation made) {
    std::erase_if(made.stretches, [](const Stretch& s) { return s.reason == Reason::before_submission; });
    return made;
  };
  RC_ASSERT(without_before(a) == without_before(b));
}

}  // namespace
}  // namespace punctual
