#include "domain/calendar/explain.h"

#include <algorithm>
#include <optional>

namespace punctual {
namespace {

using std::chrono::days;
using std::chrono::minutes;

/// Lays stretches end to end; what goes on for the same reason is one stretch.
class Stretches {
 public:
  Stretches(const Calendar& calendar, std::span<const Pause> pauses)
      : zone_(calendar.zone()), rules_(calendar.rules()), pauses_(pauses) {}

  void open(Interval time) {
    auto from = time.opens;
    for (const auto& [pause, why] : pauses_) {
      if (pause.closes <= from || pause.opens >= time.closes) continue;
      add({from, std::max(from, pause.opens)}, Reason::open);
      const auto until = std::min(pause.closes, time.closes);
      add({std::max(from, pause.opens), until},
          why == Pause::Why::resolved ? Reason::resolved : Reason::waiting_on_client);
      from = until;
    }
    add({from, time.closes}, Reason::open);
  }

  /// Date by date, since each may have its own reason.
  void closed(Interval time) {
    auto from = time.opens;
    for (auto date = zone_.date(from); from < time.closes; date += days{1}) {
      const auto until = std::clamp(zone_.midnight(date + days{1}), from, time.closes);
      if (from < until) add_closed({from, until}, date);
      from = until;
    }
  }

  void add(Interval time, Reason reason, const std::string& name = {}) {
    if (time.opens >= time.closes) return;
    const auto counted = reason == Reason::open ? time.length() : Seconds{0};
    if (!made_.empty() && made_.back().reason == reason && made_.back().name == name) {
      made_.back().time.closes = time.closes;
      made_.back().counted += counted;
    } else {
      made_.push_back({time, reason, name, counted});
    }
  }

  std::vector<Stretch> take() && { return std::move(made_); }

 private:
  void add_closed(Interval time, Date date) {
    // The night shift of the date before belongs to that date, and so does its absence.
    for (const auto owner : {date, date - days{1}})
      for (const auto& rules : rules_)
        if (takes_away(rules, owner, time)) {
          if (rules.exceptions.contains(owner)) return add(time, Reason::exception);
          return add(time, Reason::holiday, rules.holidays.at(owner));
        }
    add(time, Reason::closed);
  }

  /// The week would have been open, and the date's own entry is why it is not.
  bool takes_away(const BusinessHours& rules, Date owner, Interval time) const {
    if (rules.always_open) return false;
    if (!rules.exceptions.contains(owner) && !rules.holidays.contains(owner)) return false;
    return std::ranges::any_of(rules.weekly_on(owner), [&](const WallInterval& hours) {
      const auto opens = zone_.first_at_or_after(WallTime{owner} + minutes{hours.open});
      const auto closes = zone_.first_at_or_after(WallTime{owner} + minutes{hours.close});
      return std::max(opens, time.opens) < std::min(closes, time.closes);
    });
  }

  const TimeZone& zone_;
  const std::vector<BusinessHours> rules_;
  std::span<const Pause> pauses_;
  std::vector<Stretch> made_;
};

/// Since when the hours run that are open at `t`, by the date that owns them.
std::optional<Instant> opened(const Calendar& calendar, Instant t) {
  if (calendar.always_open() || !calendar.is_open(t)) return std::nullopt;
  const auto near = calendar.zone().date(t);
  for (auto date = near - days{3}; date <= near + days{1}; date += days{1})
    for (const auto& hours : calendar.on(date))
      if (hours.contains(t)) return hours.opens;
  return std::nullopt;
}

}  // namespace

Explanation explain(const Calendar& calendar, Instant from, Instant to, std::span<const Pause> pauses) {
  Explanation made{.from = from, .to = std::max(from, to)};
  Stretches stretches(calendar, pauses);
  if (from < to) {
    if (const auto since = opened(calendar, from)) stretches.add({*since, from}, Reason::before_submission);
    auto at = from;
    for (const auto& open : calendar.intervals(from, to)) {
      stretches.closed({at, open.opens});
      stretches.open(open);
      at = open.closes;
    }
    stretches.closed({at, to});
  }
  made.stretches = std::move(stretches).take();
  for (const auto& stretch : made.stretches) made.total += stretch.counted;
  return made;
}

}  // namespace punctual
