#include "domain/sla/counted_time.h"

#include <algorithm>

namespace punctual::sla {

Seconds CountedTime::until(Instant t) const {
  auto counted = calendar_.elapsed(start_, t);
  for (const auto& paused : pauses_) {
    if (paused.time.opens >= t) break;
    counted -= calendar_.elapsed(std::max(paused.time.opens, start_), std::min(paused.time.closes, t));
  }
  return counted;
}

std::optional<Instant> CountedTime::reaches(Seconds amount) const {
  auto from = start_;
  auto left = amount;
  for (const auto& paused : pauses_) {
    if (paused.time.closes <= from) continue;
    if (left == Seconds{0}) {
      const auto opening = calendar_.next_opening(from);
      if (!opening || *opening < paused.time.opens) return opening;
    } else {
      const auto before_it = calendar_.elapsed(from, paused.time.opens);
      if (left <= before_it) return calendar_.due(from, Target::of_seconds(left.count()));
      left -= before_it;
    }
    if (paused.time.closes == Instant::max()) return std::nullopt;
    from = paused.time.closes;
  }
  return calendar_.due(from, Target::of_seconds(left.count()));
}

std::optional<Instant> CountedTime::due(Target target) const {
  if (!target.in_business_days()) {
    // Nothing need be counted for nothing: the next opening, be it paused or not (SEMANTICS 8).
    if (target.seconds() == Seconds{0}) return calendar_.next_opening(start_);
    return reaches(target.seconds());
  }
  // The day is reached without pauses first; then whatever was paused before it is made good (PROTOCOL: D and
  // B).
  const auto day = calendar_.due(start_, target);
  if (!day) return std::nullopt;
  const auto promised = calendar_.elapsed(start_, *day);
  return until(*day) >= promised ? day : reaches(promised);
}

}  // namespace punctual::sla
