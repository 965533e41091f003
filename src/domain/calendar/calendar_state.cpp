#include "domain/calendar/calendar_state.h"

#include <algorithm>
#include <ranges>

#include "domain/calendar/merge.h"
#include "domain/calendar/open_dates.h"

namespace punctual {
namespace {

using std::chrono::days;

const DayHours& hours_on(const CalendarRules& member, Date d) {
  return member.hours.always_open ? whole_day() : member.hours.on(d);
}

template <class Use>
void visit_day(const CalendarRules& member, Date d, std::size_t& hint, Use use) {
  const auto& hours = hours_on(member, d);
  if (hours.empty()) return;
  const auto at = [&](WallTime w) { return member.zone.first_at_or_after(w, hint); };
  visit_hours(hours, d, at(WallTime{d}), at(WallTime{d + days{1}}), at, use);
}

bool over_midnight(const DayHours& hours) {
  return std::ranges::any_of(hours, [](const WallInterval& h) { return h.close > 24 * 60; });
}

bool over_midnight(const BusinessHours& hours) {
  const auto in_week = [](const WeeklyHours& week) {
    return std::ranges::any_of(week, [](const DayHours& day) { return over_midnight(day); });
  };
  return in_week(hours.weekly) || std::ranges::any_of(hours.weekly_from | std::views::values, in_week) ||
         std::ranges::any_of(hours.exceptions | std::views::values,
                             [](const DayHours& day) { return over_midnight(day); });
}

Interval eventful_of(const std::vector<CalendarRules>& members) {
  Interval sum{Instant::max(), Instant::min()};
  // Hours reach into the next date, and zones read dates at different instants.
  const auto add = [&](Instant first, Instant last) {
    sum.opens = std::min(sum.opens, first - days{4});
    sum.closes = std::max(sum.closes, last + days{4});
  };
  const auto add_dates = [&](const auto& map) {
    if (map.empty()) return;
    add(Instant{map.begin()->first.time_since_epoch()}, Instant{map.rbegin()->first.time_since_epoch()});
  };
  for (const auto& [hours, zone] : members) {
    add_dates(hours.weekly_from);
    add_dates(hours.holidays);
    add_dates(hours.exceptions);
    if (const auto changes = zone.changes(); changes.opens <= changes.closes)
      add(changes.opens, changes.closes);
  }
  return sum;
}

std::size_t bytes_of(const DayHours& hours) {
  return hours.capacity() * sizeof(WallInterval);
}

std::size_t bytes_of(const WeeklyHours& week) {
  std::size_t sum = 0;
  for (const auto& day : week) sum += bytes_of(day);
  return sum;
}

std::size_t bytes_of(const std::string& name) {
  return name.capacity();
}

/// What the rules hold beside themselves; a node of a map has a head of four words.
std::size_t bytes_of(const BusinessHours& hours) {
  auto sum = bytes_of(hours.weekly);
  const auto add = [&](const auto& map) {
    for (const auto& entry : map) sum += 4 * sizeof(void*) + sizeof(entry) + bytes_of(entry.second);
  };
  add(hours.weekly_from);
  add(hours.holidays);
  add(hours.exceptions);
  return sum;
}

/// In one zone a date's hours end with it, or with the next where they run past midnight. Zones have
/// different dates at the same instant.
days reach_of(const TimeZone& zone, const std::vector<CalendarRules>& members) {
  days reach{0};
  for (const auto& member : members) {
    if (member.zone.name() != zone.name()) return days{3};
    if (!member.hours.always_open && over_midnight(member.hours)) reach = days{1};
  }
  return reach;
}

}  // namespace

CalendarState::CalendarState(TimeZone zone, std::vector<CalendarRules> members)
    : zone_(std::move(zone)),
      members_(std::move(members)),
      always_open_(std::ranges::any_of(members_, [](const CalendarRules& m) { return m.hours.always_open; })),
      reach_(reach_of(zone_, members_)),
      eventful_(eventful_of(members_)),
      bytes_(sizeof(CalendarState)) {
  for (const auto& member : members_) bytes_ += sizeof(CalendarRules) + bytes_of(member.hours);
}

CalendarState::~CalendarState() {
  for (const auto& era : kept_) delete era.load(std::memory_order_relaxed);
}

CalendarState::Lease CalendarState::compile(std::int64_t number) const {
  std::vector<Interval> open;
  open.reserve(BusinessDays::dates + 8);
  BusinessDays::Marks business_days;
  const auto first_date = BusinessDays::first(number);
  for (const auto& member : members_) {
    // Two dates more on either side: night shifts reach over, and a zone may repeat or skip a date.
    const auto first = member.zone.date(Era::begin(number)) - days{3};
    const auto last = member.zone.date(Era::begin(number + 1)) + days{2};
    visit_dates(member.hours, member.zone, first, last, [&](Date d, const Interval& interval) {
      open.push_back(interval);
      const auto index = static_cast<std::size_t>((d - first_date).count());
      if (index < BusinessDays::dates) business_days.set(index);
    });
  }
  auto made = std::make_unique<const Era>(number, std::move(open), business_days);
  const auto slot = number - first_kept;
  if (slot < 0 || slot >= kept_count) return Lease(std::move(made));
  auto& place = kept_[static_cast<std::size_t>(slot)];
  const Era* published = nullptr;
  if (!place.compare_exchange_strong(published, made.get(), std::memory_order_acq_rel))
    return Lease(published);
  bytes_.fetch_add(made->bytes(), std::memory_order_relaxed);
  return Lease(static_cast<const Era*>(made.release()));
}

std::vector<Interval> CalendarState::on(Date d) const {
  std::vector<Interval> open;
  std::size_t hint = 0;
  for (const auto& member : members_)
    visit_day(member, d, hint, [&](const Interval& interval) { open.push_back(interval); });
  return merged(std::move(open));
}

Date CalendarState::owner(Instant open) const {
  const auto near = zone_.date(open);
  std::size_t hint = 0;
  for (auto d = near - reach_; d <= near; d += days{1}) {
    bool owns = false;
    for (const auto& member : members_)
      visit_day(member, d, hint, [&](const Interval& interval) { owns = owns || interval.contains(open); });
    if (owns) return d;
  }
  // Between the two passes of a midnight the clock shows the date before once more.
  return near + days{1};
}

std::optional<Date> CalendarState::business_day_after(Date d, std::int64_t count, Date last) const {
  auto number = BusinessDays::era(d + days{1});
  auto from = static_cast<std::size_t>((d + days{1} - BusinessDays::first(number)).count());
  auto left = static_cast<std::size_t>(count);
  for (const auto last_number = BusinessDays::era(last); number <= last_number; ++number, from = 0) {
    const auto piece = era(number);
    const auto& business_days = piece->business_days();
    const auto before = business_days.before(from);
    const auto here = business_days.total() - before;
    if (left <= here) {
      const auto i = business_days.nth(before + left, from);
      const auto found = BusinessDays::first(number) + days{static_cast<std::int64_t>(i)};
      return found <= last ? std::optional(found) : std::nullopt;
    }
    left -= here;
  }
  return std::nullopt;
}

Instant CalendarState::within_hours_of(Date d, Instant t) const {
  std::optional<Instant> open_at;
  auto last_closing = Instant::min();
  std::size_t hint = 0;
  for (const auto& member : members_)
    visit_day(member, d, hint, [&](const Interval& open) {
      last_closing = std::max(last_closing, open.closes);
      if (t >= open.closes) return;
      const auto candidate = std::max(t, open.opens);
      open_at = open_at ? std::min(*open_at, candidate) : candidate;
    });
  return open_at.value_or(last_closing);
}

}  // namespace punctual
