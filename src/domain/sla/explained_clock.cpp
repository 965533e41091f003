#include "domain/sla/explained_clock.h"

#include <algorithm>

namespace punctual::sla {
namespace {

void split_at(std::vector<Stretch>& stretches, Instant t) {
  const auto found = std::ranges::find_if(
      stretches, [&](const Stretch& s) { return s.time.opens < t && t < s.time.closes; });
  if (found == stretches.end()) return;
  auto rest = *found;
  found->time.closes = rest.time.opens = t;
  if (found->reason == Reason::open) {
    found->counted = found->time.length();
    rest.counted = rest.time.length();
  }
  stretches.insert(std::next(found), std::move(rest));
}

Seconds counted_until(const Explanation& explanation, Instant t) {
  Seconds sum{0};
  for (const auto& stretch : explanation.stretches)
    if (stretch.time.closes <= t) sum += stretch.counted;
  return sum;
}

}  // namespace

Phase ExplainedClock::phase_of(const Stretch& stretch) const {
  if (due && stretch.time.opens >= *due) return Phase::late;
  return stretch.time.closes <= until ? Phase::past : Phase::ahead;
}

ExplainedClock explain(const Clock& clock, Instant now) {
  ExplainedClock made{.explanation = {}, .until = clock.stopped.value_or(now), .due = clock.due};
  const auto end = std::max(made.until, clock.due.value_or(made.until));
  made.explanation = punctual::explain(clock.calendar.value(), clock.start, end, clock.pauses);
  split_at(made.explanation.stretches, made.until);
  made.counted = counted_until(made.explanation, made.until);
  if (clock.due) {
    split_at(made.explanation.stretches, *clock.due);
    made.promised = counted_until(made.explanation, *clock.due);
  }
  return made;
}

}  // namespace punctual::sla
