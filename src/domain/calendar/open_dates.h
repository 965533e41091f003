#pragma once

#include "domain/calendar/date_after_date.h"
#include "domain/time/time_zone.h"

namespace punctual {

/// Hands over what is open on a date that reaches from `midnight` to `next_midnight`, in the order of its
/// rules. `at` is the zone's first_at_or_after.
template <class Use>
void visit_hours(const DayHours& hours, Date d, Instant midnight, Instant next_midnight, const auto& at,
                 Use use) {
  // A date the zone skipped holds nothing, not even the tail of a night shift.
  if (midnight == next_midnight) return;
  for (const auto& [open, close] : hours) {
    const Interval interval{at(WallTime{d} + std::chrono::minutes{open}),
                            at(WallTime{d} + std::chrono::minutes{close})};
    if (interval.opens < interval.closes) use(interval);
  }
}

/// The same for all dates from `first` to `last`: `use(date, interval)`.
template <class Use>
void visit_dates(const BusinessHours& hours, const TimeZone& zone, Date first, Date last, Use use) {
  std::size_t hint = 0;
  const auto at = [&](WallTime w) { return zone.first_at_or_after(w, hint); };
  DateAfterDate dates(hours, first);
  auto midnight = at(WallTime{first});
  for (auto d = first; d <= last; d += std::chrono::days{1}) {
    const auto next_midnight = at(WallTime{d + std::chrono::days{1}});
    visit_hours(dates.next(), d, midnight, next_midnight, at,
                [&](const Interval& interval) { use(d, interval); });
    midnight = next_midnight;
  }
}

}  // namespace punctual
