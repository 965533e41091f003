#include "domain/people/going.h"

#include <algorithm>

namespace punctual::people {
namespace {

constexpr std::chrono::days month{31};

/// From its first absent moment to its last.
Interval absent(const RotaChange& change, const TimeZone& zone) {
  constexpr int whole_day = 24 * 60;
  const auto minutes = [](int n) { return std::chrono::minutes{n}; };
  return {zone.first_at_or_after(WallTime{change.first} + minutes(change.hours ? change.hours->open : 0)),
          zone.first_at_or_after(WallTime{change.last} +
                                 minutes(change.hours ? change.hours->close : whole_day))};
}

}  // namespace

std::optional<Going> going_at(const Worker& worker, std::span<const KnownAbsence> absences, Instant now) {
  const Calendar& at_work = worker.at_work;
  const auto ahead = leave_of(at_work, now);
  if (ahead && ahead->begins <= now) return Going{*ahead};
  const auto returns = at_work.next_opening(now);
  if (!ahead && returns) return std::nullopt;
  const auto before = at_work.intervals(now - month, now);
  const Instant last = before.empty() ? now - month : before.back().closes;  // at work, at the latest
  std::optional<Instant> called;
  for (const auto& [change, known] : absences) {
    const auto away = absent(change, at_work.zone());
    if (last <= known && known <= now && known < away.closes && (!returns || away.opens < *returns))
      called = std::max(called, std::optional(known));
  }
  if (called) return Going{{*called, *called, returns}, true};
  if (before.empty()) return std::nullopt;
  return Going{{before.back().opens, before.back().closes, returns}};
}

}  // namespace punctual::people
