#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "domain/time/instant.h"

namespace punctual {

/// From `at` on the zone's clocks stand `offset` ahead of UTC and call themselves `abbreviation`.
struct Transition {
  Instant at;
  Seconds offset;
  std::string abbreviation;
};

/// A zone as a table of transitions; immutable, cheap to copy, safe to share among threads.
/// Where the table ends (`known_until`) it is continued by the 400-year cycle of the civil calendar,
/// so the last 400 years before that must follow the rule that holds for good.
class TimeZone {
 public:
  /// `before` holds before the first transition (its `at` is ignored); `transitions` ascend by `at`.
  TimeZone(std::string name, Transition before, std::span<const Transition> transitions,
           Instant known_until = Instant::max());
  static TimeZone utc();
  static TimeZone fixed(std::string name, Seconds offset, std::string abbreviation);

  const std::string& name() const;
  WallTime wall(Instant t) const { return WallTime{t.time_since_epoch() + offset_at(t)}; }
  Date date(Instant t) const { return std::chrono::floor<std::chrono::days>(wall(t)); }
  Seconds offset_at(Instant t) const;
  std::string_view abbreviation(Instant t) const;

  /// From the first to the last change of the clocks; before it nothing changes, after it all that does comes
  /// again each 400 years. Reversed, so that it holds nothing, where they never change.
  Interval changes() const;

  /// The earliest instant at which the wall clock reads at least `w` (SEMANTICS 4): in a gap the
  /// jump, in a fold the first pass. `w` may be any wall time; 26:00 of a date is 02:00 of the next.
  Instant first_at_or_after(WallTime w) const;
  /// The same, quicker for a walk through neighbouring wall times: `hint` is kept between calls, 0 at first.
  Instant first_at_or_after(WallTime w, std::size_t& hint) const;
  Instant midnight(Date d) const { return first_at_or_after(WallTime{d}); }
  /// False for a date the zone skipped, such as 2011-12-30 in Apia.
  bool has_date(Date d) const { return midnight(d) < midnight(d + std::chrono::days{1}); }

 private:
  struct Table;
  std::shared_ptr<const Table> table_;
};

}  // namespace punctual
