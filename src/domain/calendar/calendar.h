#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "domain/calendar/calendar_rules.h"
#include "domain/calendar/target.h"
#include "domain/time/instant.h"
#include "domain/time/time_zone.h"

namespace punctual {

class CalendarState;

/// How far ahead open time is looked for: beyond it no promise is possible (SEMANTICS 11).
inline constexpr Seconds promise_horizon = std::chrono::days{21915};  // 60 years

/// An open set: business hours made countable. Immutable, cheap to copy, every query is safe from any
/// thread; what a query needs is compiled the first time it is asked for and kept.
class Calendar {
 public:
  static Calendar compile(BusinessHours hours, TimeZone zone);
  static Calendar always(TimeZone zone);
  /// Open when any member is; a business day when any member opens on it (SEMANTICS 21). `zone()` is the
  /// first member's. No members: never open, in UTC.
  static Calendar unite(std::vector<Calendar> members);

  /// A copy of the other: what is asked of one need not be asked of both.
  bool same_as(const Calendar& other) const { return state_ == other.state_; }
  const TimeZone& zone() const;
  bool always_open() const;
  bool is_open(Instant t) const;
  /// `t` itself where open; nothing within `promise_horizon`: nothing at all.
  std::optional<Instant> next_opening(Instant t) const;
  /// When the doors close that are open at `t`; nothing where closed, or open beyond the horizon.
  std::optional<Instant> closes_at(Instant t) const;
  /// The smallest instant at which the target is used up (SEMANTICS 6–13); nothing where it is not
  /// within the horizon: "no promise possible".
  std::optional<Instant> due(Instant start, Target target) const;
  /// Open seconds in [from, to); 0 when reversed.
  Seconds elapsed(Instant from, Instant to) const;
  /// The open set within [from, to): ascending, apart, none empty.
  std::vector<Interval> intervals(Instant from, Instant to) const;

  /// The open set of one date as its rules write it: what starts on it, merged; may run into the next date.
  std::vector<Interval> on(Date d) const;
  bool is_business_day(Date d) const { return !on(d).empty(); }
  /// The date an open instant belongs to: where sets overlap the earliest, for the interval began there
  /// (SEMANTICS 3, 12).
  Date owner(Instant open) const;
  /// What each member is made of; one where nothing was united.
  const std::vector<CalendarRules>& rules() const;
  /// Memory taken by the rules and by what was compiled of them so far, roughly.
  std::size_t bytes() const;

 private:
  explicit Calendar(std::shared_ptr<const CalendarState> state);
  std::optional<Instant> due_seconds(Instant start, Seconds amount) const;
  std::optional<Instant> due_business_days(Instant start, std::int64_t count) const;
  std::shared_ptr<const CalendarState> state_;
};

}  // namespace punctual
