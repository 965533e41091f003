#include "domain/calendar/explain.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace punctual {
namespace {

using std::chrono::days;
using std::chrono::minutes;

/// Lays stretches end to end; what goes on for the same reason is one stretch.
class Stretches {
 public:
  Stretches(const Calendar& calendar, std::span<const Pause> pauses) : calendar_(calendar), pauses_(pauses) {}

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
    const auto& zone = calendar_.zone();
    auto from = time.opens;
    for (auto date = zone.date(from); from < time.closes; date += days{1}) {
      const auto until = std::clamp(zone.midnight(date + days{1}), from, time.closes);
      if (from < until) add_closed({from, until});
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
  void add_closed(Interval time) {
    for (const auto& rules : calendar_.rules()) {
      if (rules.hours.always_open) continue;
      // The night shift of the date before belongs to that date, and so does its absence.
      const auto last = rules.zone.date(time.closes - Seconds{1});
      for (auto owner = last; owner >= rules.zone.date(time.opens) - days{1}; owner -= days{1})
        if (takes_away(rules, owner, time)) {
          if (rules.hours.exceptions.contains(owner)) return add(time, Reason::exception);
          return add(time, Reason::holiday, rules.hours.holidays.at(owner));
        }
    }
    add(time, Reason::closed);
  }

  /// The week would have been open, and the date's own entry is why it is not.
  static bool takes_away(const CalendarRules& rules, Date owner, Interval time) {
    const auto& [hours, zone] = rules;
    if (!hours.exceptions.contains(owner) && !hours.holidays.contains(owner)) return false;
    return std::ranges::any_of(hours.weekly_on(owner), [&](const WallInterval& open) {
      const auto opens = zone.first_at_or_after(WallTime{owner} + minutes{open.open});
      const auto closes = zone.first_at_or_after(WallTime{owner} + minutes{open.close});
      return std::max(opens, time.opens) < std::min(closes, time.closes);
    });
  }

  const Calendar& calendar_;
  std::span<const Pause> pauses_;
  std::vector<Stretch> made_;
};

/// Since when the hours run that are open at `t`, by the date that owns them.
std::optional<Instant> opened(const Calendar& calendar, Instant t) {
  if (calendar.always_open() || !calendar.is_open(t)) return std::nullopt;
  for (const auto& hours : calendar.on(calendar.owner(t)))
    if (hours.contains(t)) return hours.opens;
  return std::nullopt;
}

constexpr std::pair<Reason, std::string_view> names[] = {
    {Reason::open, "open"},           {Reason::before_submission, "before_submission"},
    {Reason::closed, "closed"},       {Reason::holiday, "holiday"},
    {Reason::exception, "exception"}, {Reason::waiting_on_client, "waiting_on_client"},
    {Reason::resolved, "resolved"}};

}  // namespace

std::string_view to_text(Reason reason) {
  for (const auto& [value, name] : names)
    if (value == reason) return name;
  return {};
}

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
