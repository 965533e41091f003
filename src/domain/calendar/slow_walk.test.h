#pragma once

// The semantics once more, minute by minute over a few weeks: slow, and short enough to be seen to be right.
// Zones here change by whole minutes, and so do the hours, so that a minute is open or closed as a whole.

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "domain/calendar/business_hours.h"
#include "domain/calendar/target.h"
#include "domain/time/time_zone.h"

namespace punctual {

class SlowWalk {
 public:
  SlowWalk(std::vector<BusinessHours> members, const TimeZone& zone, Instant begin, int minutes)
      : members_(std::move(members)), zone_(zone), begin_(begin) {
    auto highest = zone.wall(begin);
    for (auto t = begin; t < begin + std::chrono::minutes{minutes}; t += std::chrono::minutes{1}) {
      highest = std::max(highest, zone.wall(t));
      read_.push_back(highest);
      dates_.insert(zone.date(t));
    }
    for (std::size_t m = 0; m < read_.size(); ++m) {
      const auto today = zone.date(at(m));
      bool open = false;
      for (auto d = today - std::chrono::days{3}; d <= today + std::chrono::days{1};
           d += std::chrono::days{1})
        open = open || belongs(at(m), d);
      open_.push_back(open);
    }
  }

  bool open(Instant t) const { return open_[minute(t)]; }

  Seconds elapsed(Instant from, Instant to) const {
    Seconds sum{0};
    for (auto t = from; t < to; t += Seconds{1}) sum += Seconds{open(t) ? 1 : 0};
    return sum;
  }

  /// Nothing where the walk ends first.
  std::optional<Instant> due(Instant start, Target target) const {
    if (target.in_business_days()) return due_days(start, target.amount);
    auto left = target.seconds();
    auto t = start;
    if (left == Seconds{0}) return opening(start);
    for (; left > Seconds{0}; t += Seconds{1}) {
      if (t >= at(open_.size())) return std::nullopt;
      if (open(t)) left -= Seconds{1};
    }
    return t;
  }

 private:
  Instant at(std::size_t m) const { return begin_ + std::chrono::minutes{m}; }
  std::size_t minute(Instant t) const { return static_cast<std::size_t>((t - begin_).count()) / 60; }

  /// In the set of date `d`: some opening was read by now or before, its closing not yet. The first instant
  /// that reads at least D w is f(D, w).
  bool belongs(Instant t, Date d) const {
    if (!dates_.contains(d)) return false;
    const auto read = read_[minute(t)];
    for (const auto& member : members_)
      for (const auto& [open, close] : member.on(d))
        if (read >= WallTime{d} + std::chrono::minutes{open} &&
            read < WallTime{d} + std::chrono::minutes{close})
          return true;
    return false;
  }

  std::optional<Instant> opening(Instant t) const {
    for (; t < at(open_.size()); t += Seconds{1})
      if (open(t)) return t;
    return std::nullopt;
  }

  bool business_day(Date d) const {
    for (std::size_t m = 0; m < read_.size(); ++m)
      if (belongs(at(m), d)) return true;
    return false;
  }

  /// SEMANTICS 12, read aloud.
  std::optional<Instant> due_days(Instant start, std::int64_t count) const {
    const auto s = opening(start);
    if (!s || count == 0) return s;
    auto d = zone_.date(*s) - std::chrono::days{3};
    while (!belongs(*s, d)) d += std::chrono::days{1};
    const auto time_of_day = zone_.wall(*s) - WallTime{d};
    while (count > 0) {
      d += std::chrono::days{1};
      if (Instant{d.time_since_epoch()} > at(open_.size()) - std::chrono::days{4}) return std::nullopt;
      if (business_day(d)) --count;
    }
    // The first instant that reads that time on the day or later …
    auto t = Instant{d.time_since_epoch()} - std::chrono::days{2};
    while (zone_.wall(t) < WallTime{d} + time_of_day) t += Seconds{1};
    // … if it is open, or the next that is; if there is none, the last closing.
    for (auto later = t; later < t + std::chrono::days{4}; later += Seconds{1}) {
      if (later >= at(open_.size())) return std::nullopt;
      if (belongs(later, d)) return later;
    }
    while (!belongs(t - Seconds{1}, d)) t -= Seconds{1};
    return t;
  }

  std::vector<BusinessHours> members_;
  const TimeZone& zone_;
  Instant begin_;
  std::vector<WallTime> read_;  // for each minute the highest time the wall clock has read so far
  std::set<Date> dates_;        // that the wall clock has read
  std::vector<bool> open_;
};

}  // namespace punctual
