#pragma once

#include <array>
#include <atomic>
#include <memory>
#include <optional>
#include <vector>

#include "domain/calendar/calendar_rules.h"
#include "domain/calendar/era.h"
#include "domain/time/time_zone.h"

namespace punctual {

/// What copies of a Calendar share: the rules, and the eras compiled from them so far. An era is published
/// once, whole, and never changes after; two threads may compile the same one, and one of the two is dropped.
class CalendarState {
 public:
  CalendarState(TimeZone zone, std::vector<CalendarRules> members);
  ~CalendarState();
  CalendarState(const CalendarState&) = delete;
  CalendarState& operator=(const CalendarState&) = delete;

  const TimeZone& zone() const { return zone_; }
  const std::vector<CalendarRules>& members() const { return members_; }
  /// Open at every instant: some member is.
  bool always_open() const { return always_open_; }
  /// From the first to the last date that has rules or clocks of its own: before and after it the open set
  /// repeats every 400 years. Reversed where there is none.
  Interval eventful() const { return eventful_; }

  /// Kept for instants from 1900 to 2500, compiled anew each time beyond; valid while both live.
  class Lease {
   public:
    explicit Lease(const Era* kept) : era_(kept) {}
    explicit Lease(std::unique_ptr<const Era> own) : own_(std::move(own)), era_(own_.get()) {}
    const Era* operator->() const { return era_; }

   private:
    std::unique_ptr<const Era> own_;
    const Era* era_;
  };
  Lease era(std::int64_t number) const {
    const auto slot = number - first_kept;
    if (slot >= 0 && slot < kept_count) {
      const auto* known = kept_[static_cast<std::size_t>(slot)].load(std::memory_order_acquire);
      if (known != nullptr) return Lease(known);
    }
    return compile(number);
  }

  /// The open set of one date, all members together (SEMANTICS 1, 3, 4).
  std::vector<Interval> on(Date d) const;
  /// The date that owns an open instant. Where sets overlap, the earliest: the interval began there.
  Date owner(Instant open) const;
  /// The count-th business day after `d`, count > 0; nothing where it lies behind `last`.
  std::optional<Date> business_day_after(Date d, std::int64_t count, Date last) const;
  /// `t` where it is open on the business day `d`, else the day's next opening, else its last closing.
  Instant within_hours_of(Date d, Instant t) const;
  /// Of rules and eras, roughly.
  std::size_t bytes() const { return bytes_.load(std::memory_order_relaxed); }

 private:
  static constexpr std::int64_t first_kept = -18;
  static constexpr std::int64_t kept_count = 152;

  Lease compile(std::int64_t number) const;

  TimeZone zone_;
  std::vector<CalendarRules> members_;
  bool always_open_;
  std::chrono::days reach_;  // how long before the date an instant falls on its owner may lie
  Interval eventful_;
  mutable std::array<std::atomic<const Era*>, kept_count> kept_{};
  mutable std::atomic<std::size_t> bytes_;
};

}  // namespace punctual
