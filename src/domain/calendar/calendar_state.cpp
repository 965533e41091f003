#include "domain/calendar/calendar_state.h"

#include <algorithm>

#include "domain/calendar/merge.h"

namespace punctual {
namespace {

using std::chrono::days;
using std::chrono::minutes;

const DayHours whole_day{{0, 24 * 60}};

const DayHours& hours_on(const CalendarState::Member& member, Date d) {
  return member.hours.always_open ? whole_day : member.hours.on(d);
}

void append_day(const CalendarState::Member& member, Date d, std::size_t& hint, std::vector<Interval>& out) {
  const auto& hours = hours_on(member, d);
  if (hours.empty()) return;
  const auto at = [&](WallTime w) { return member.zone.first_at_or_after(w, hint); };
  // A date the zone skipped holds nothing, not even the tail of a night shift.
  const auto midnight = at(WallTime{d});
  if (midnight == at(WallTime{d + days{1}})) return;
  for (const auto& [open, close] : hours) {
    const Interval interval{at(WallTime{d} + minutes{open}), at(WallTime{d} + minutes{close})};
    if (interval.opens < interval.closes) out.push_back(interval);
  }
}

}  // namespace

CalendarState::CalendarState(TimeZone zone, std::vector<Member> members)
    : zone_(std::move(zone)),
      members_(std::move(members)),
      always_open_(std::ranges::any_of(members_, [](const Member& m) { return m.hours.always_open; })) {}

CalendarState::~CalendarState() {
  for (const auto& era : kept_) delete era.load(std::memory_order_relaxed);
}

CalendarState::Lease CalendarState::compile(std::int64_t number) const {
  std::vector<Interval> open;
  for (const auto& member : members_) {
    // Two dates more on either side: night shifts reach over, and a zone may repeat or skip a date.
    const auto first = member.zone.date(Era::begin(number)) - days{3};
    const auto last = member.zone.date(Era::begin(number + 1)) + days{2};
    std::size_t hint = 0;
    for (auto d = first; d <= last; d += days{1}) append_day(member, d, hint, open);
  }
  auto made = std::make_unique<const Era>(number, std::move(open));
  const auto slot = number - first_kept;
  if (slot < 0 || slot >= kept_count) return Lease(std::move(made));
  auto& place = kept_[static_cast<std::size_t>(slot)];
  const Era* published = nullptr;
  if (!place.compare_exchange_strong(published, made.get(), std::memory_order_acq_rel))
    return Lease(published);
  return Lease(static_cast<const Era*>(made.release()));
}

std::vector<Interval> CalendarState::on(Date d) const {
  std::vector<Interval> open;
  std::size_t hint = 0;
  for (const auto& member : members_) append_day(member, d, hint, open);
  return merged(std::move(open));
}

std::size_t CalendarState::bytes() const {
  auto sum = sizeof(CalendarState);
  for (const auto& era : kept_)
    if (const auto* known = era.load(std::memory_order_acquire)) sum += known->bytes();
  return sum;
}

}  // namespace punctual
