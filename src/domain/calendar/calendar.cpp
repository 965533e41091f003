#include "domain/calendar/calendar.h"

#include <algorithm>
#include <cassert>

#include "domain/calendar/calendar_state.h"

namespace punctual {
namespace {

// Longer than any target anybody means; keeps sums of instants far from overflowing.
constexpr Seconds longest_target{1'000'000'000'000};

std::uint32_t offset_in(std::int64_t era, Instant t) {
  return static_cast<std::uint32_t>((t - Era::begin(era)).count());
}

Instant at(std::int64_t era, std::uint32_t offset) {
  return Era::begin(era) + Seconds{offset};
}

/// Within the horizon, or no promise.
std::optional<Instant> promised(Instant start, Instant t) {
  if (t - start > promise_horizon) return std::nullopt;
  return t;
}

}  // namespace

Calendar::Calendar(std::shared_ptr<const CalendarState> state) : state_(std::move(state)) {}

Calendar Calendar::compile(BusinessHours hours, TimeZone zone) {
  std::vector<CalendarRules> members;
  members.push_back({std::move(hours), zone});  // a list in braces would copy the rules
  return Calendar(std::make_shared<const CalendarState>(std::move(zone), std::move(members)));
}

Calendar Calendar::always(TimeZone zone) {
  BusinessHours hours;
  hours.zone = zone.name();
  hours.always_open = true;
  return compile(std::move(hours), std::move(zone));
}

Calendar Calendar::unite(std::vector<Calendar> members) {
  if (members.size() == 1) return members.front();
  std::vector<CalendarRules> all;
  for (const auto& member : members)
    all.insert(all.end(), member.state_->members().begin(), member.state_->members().end());
  auto zone = members.empty() ? TimeZone::utc() : members.front().zone();
  return Calendar(std::make_shared<const CalendarState>(std::move(zone), std::move(all)));
}

const TimeZone& Calendar::zone() const {
  return state_->zone();
}
bool Calendar::always_open() const {
  return state_->always_open();
}
std::vector<Interval> Calendar::on(Date d) const {
  return state_->on(d);
}
std::size_t Calendar::bytes() const {
  return state_->bytes();
}

const std::vector<CalendarRules>& Calendar::rules() const {
  return state_->members();
}

Date Calendar::owner(Instant open) const {
  return state_->owner(open);
}

bool Calendar::is_open(Instant t) const {
  if (always_open()) return true;
  const auto number = Era::number(t);
  const auto era = state_->era(number);
  const auto offset = offset_in(number, t);
  const auto i = era->first_open(offset);
  return i < era->size() && era->opens(i) <= offset;
}

std::optional<Instant> Calendar::next_opening(Instant t) const {
  if (always_open()) return t;
  auto offset = offset_in(Era::number(t), t);
  for (auto number = Era::number(t); Era::begin(number) <= t + promise_horizon; ++number, offset = 0) {
    const auto era = state_->era(number);
    const auto i = era->first_open(offset);
    if (i < era->size()) return promised(t, at(number, std::max(offset, era->opens(i))));
  }
  return std::nullopt;
}

std::optional<Instant> Calendar::closes_at(Instant t) const {
  if (always_open() || !is_open(t)) return std::nullopt;
  auto open_at = t;
  while (open_at - t <= promise_horizon) {
    const auto number = Era::number(open_at);
    const auto era = state_->era(number);
    const auto offset = offset_in(number, open_at);
    const auto i = era->first_open(offset);
    if (i == era->size() || era->opens(i) > offset) return open_at;
    open_at = at(number, era->closes(i));
    if (open_at < Era::begin(number + 1)) return open_at;
  }
  return std::nullopt;
}

std::optional<Instant> Calendar::due(Instant start, Target target) const {
  return target.in_business_days() ? due_business_days(start, target.amount)
                                   : due_seconds(start, target.seconds());
}

std::optional<Instant> Calendar::due_seconds(Instant start, Seconds amount) const {
  assert(amount >= Seconds{0});
  if (amount > longest_target) return std::nullopt;
  if (always_open()) return start + amount;
  if (amount == Seconds{0}) return next_opening(start);
  auto left = amount.count();
  auto offset = offset_in(Era::number(start), start);
  for (auto number = Era::number(start); Era::begin(number) <= start + promise_horizon;
       ++number, offset = 0) {
    const auto era = state_->era(number);
    const auto first = era->first_open(offset);
    const auto before = era->counted_before(offset, first);
    const auto here = era->total() - before;
    if (left <= here)
      return promised(start, at(number, era->reaches(before + static_cast<std::uint32_t>(left), first)));
    left -= here;
  }
  return std::nullopt;
}

/// SEMANTICS 12.
std::optional<Instant> Calendar::due_business_days(Instant start, std::int64_t count) const {
  using std::chrono::days;
  const auto opening = next_opening(start);
  // No days: the opening itself. Its wall time would lead back to the first pass of a repeated hour.
  if (!opening || count == 0) return opening;
  if (count > longest_target / days{1}) return std::nullopt;

  const auto owner = state_->owner(*opening);
  // No date of any zone behind this one begins within the horizon.
  const auto horizon = Date{std::chrono::floor<days>(start + promise_horizon).time_since_epoch()} + days{2};
  const auto e = state_->business_day_after(owner, count, always_open() ? Date::max() : horizon);
  if (!e) return std::nullopt;
  const auto time_of_day = zone().wall(*opening) - WallTime{owner};
  const auto due = state_->within_hours_of(*e, zone().first_at_or_after(WallTime{*e} + time_of_day));
  if (always_open()) return due;
  return promised(start, due);
}

Seconds Calendar::elapsed(Instant from, Instant to) const {
  if (to <= from) return Seconds{0};
  if (always_open()) return to - from;
  if (to - from > civil_cycle) {
    // Whole cycles of the civil calendar, of which one is counted for all.
    const auto eventful = state_->eventful();
    if (const auto cycles = (to - std::max(from, eventful.closes)) / civil_cycle; cycles > 0)
      return elapsed(from, to - cycles * civil_cycle) + cycles * elapsed(to - civil_cycle, to);
    if (const auto cycles = (std::min(to, eventful.opens) - from) / civil_cycle; cycles > 0)
      return elapsed(from + cycles * civil_cycle, to) + cycles * elapsed(from, from + civil_cycle);
  }
  const auto first = Era::number(from);
  const auto last = Era::number(to);
  std::int64_t sum = -static_cast<std::int64_t>(state_->era(first)->counted_before(offset_in(first, from)));
  for (auto number = first; number < last; ++number) sum += state_->era(number)->total();
  return Seconds{sum + state_->era(last)->counted_before(offset_in(last, to))};
}

std::vector<Interval> Calendar::intervals(Instant from, Instant to) const {
  if (to <= from) return {};
  if (always_open()) return {{from, to}};
  std::vector<Interval> found;
  auto offset = offset_in(Era::number(from), from);
  for (auto number = Era::number(from); Era::begin(number) < to; ++number, offset = 0) {
    const auto era = state_->era(number);
    for (auto i = era->first_open(offset); i < era->size() && at(number, era->opens(i)) < to; ++i) {
      const Interval next{std::max(from, at(number, era->opens(i))),
                          std::min(to, at(number, era->closes(i)))};
      // What runs on from one era into the next is one interval.
      if (!found.empty() && found.back().closes == next.opens)
        found.back().closes = next.closes;
      else
        found.push_back(next);
    }
  }
  return found;
}

}  // namespace punctual
