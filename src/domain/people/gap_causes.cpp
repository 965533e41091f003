#include "domain/people/gap_causes.h"

#include <algorithm>

#include "domain/calendar/open_dates.h"

namespace punctual::people {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using Kind = Cause::Kind;

Kind kind_of(RotaChange::Kind change) {
  switch (change) {
    case RotaChange::Kind::time_off:
      return Kind::time_off;
    case RotaChange::Kind::absence:
      return Kind::absence;
    case RotaChange::Kind::swap_off:
    case RotaChange::Kind::swap_extra:
      break;
  }
  return Kind::swap;
}

/// The dates whose hours may lie in it: one may have begun on the date before.
std::pair<Date, Date> dates_of(const TimeZone& zone, Interval over) {
  return {zone.date(over.opens) - days{1}, zone.date(over.closes)};
}

}  // namespace

GapCauses::GapCauses(std::span<const Member> members, int needed, std::span<const Gap> gaps)
    : over_{gaps.front().over.opens, gaps.back().over.closes}, nobody_(members.empty()) {
  for (const Gap& gap : gaps) gaps_.push_back(gap.over);
  add_unplanned(members, needed);
  for (const auto& [week, _] : weeks_of(members)) add_holidays(*week);
  for (const Member& member : members) add_changes(member);
  std::ranges::sort(taken_, {}, [](const Taken& taken) { return taken.time; });
  for (const Taken& taken : taken_) longest_ = std::max(longest_, taken.time.length());
}

void GapCauses::add_unplanned(std::span<const Member> members, int needed) {
  const auto weeks = weeks_of(members);
  Steps steps;
  for (const Interval& gap : gaps_) {
    steps.clear();
    for (const auto& [week, people] : weeks) steps.add(within(week->without_holidays(), gap), people);
    for (const Gap& lacks : lacking({&gap, 1}, steps.sorted(), needed)) unplanned_.push_back(lacks.over);
  }
}

void GapCauses::add(const Interval& time, std::size_t cause) {
  if (meets(gaps_, time)) taken_.push_back({time, cause});
}

void GapCauses::add_holidays(const SharedWeek& week) {
  const BusinessHours& hours = week.week();
  if (hours.always_open) return;
  const auto [first, last] = dates_of(week.zone(), over_);
  const auto end = hours.holidays.upper_bound(last);
  for (auto holiday = hours.holidays.lower_bound(first); holiday != end; ++holiday) {
    const auto& [date, name] = *holiday;
    const DayHours& missed = hours.weekly_on(date);
    if (missed.empty() || hours.exceptions.contains(date)) continue;
    const auto cause = causes_.size();
    causes_.push_back({.kind = Kind::holiday, .name = name});
    const auto at = [&](WallTime w) { return week.zone().first_at_or_after(w); };
    visit_hours(missed, date, at(WallTime{date}), at(WallTime{date + days{1}}), at,
                [&](const Interval& time) { add(time, cause); });
  }
}

void GapCauses::add_changes(const Member& member) {
  const TimeZone& zone = member.week->zone();
  const auto [first, last] = dates_of(zone, over_);
  for (const RotaChange& change : member.worker->changes) {
    const Date from = std::max(first, change.first);
    const Date to = std::min(last, change.last);
    if (change.kind == RotaChange::Kind::swap_extra || to < from) continue;
    // Whatever the zone, its hours lie in these days.
    if (!meets(gaps_, {Instant{from.time_since_epoch()} - days{1}, Instant{to.time_since_epoch()} + days{4}}))
      continue;
    const auto cause = causes_.size();
    causes_.push_back({.kind = kind_of(change.kind), .person = member.worker->id});
    if (!change.hours) {
      visit_dates(member.week->week(), zone, from, to, [&](Date, const Interval& time) { add(time, cause); });
      continue;
    }
    for (Date d = from; d <= to; d += days{1}) {
      const Interval part{zone.first_at_or_after(d + minutes{change.hours->open}),
                          zone.first_at_or_after(d + minutes{change.hours->close})};
      for (const Interval& time : within(member.week->planned(), part)) add(time, cause);
    }
  }
}

std::vector<Gap> GapCauses::cut_by_plan(std::span<const Gap> pieces) const {
  if (nobody_) return joined(pieces);
  const auto lost = outside(pieces, unplanned_);
  std::vector<Interval> planned;
  for (const Gap& piece : lost) planned.push_back(piece.over);
  auto parts = joined(outside(pieces, planned));
  std::ranges::copy(joined(lost), std::back_inserter(parts));
  std::ranges::sort(parts, {}, [](const Gap& part) { return part.over; });
  return parts;
}

std::vector<Cause> GapCauses::of(const Gap& gap) const {
  if (nobody_) return {{.kind = Kind::nobody}};
  std::vector<Cause> causes;
  if (meets(unplanned_, gap.over)) causes.push_back({.kind = Kind::week});
  for (auto taken = std::ranges::upper_bound(taken_, gap.over.opens - longest_, {},
                                             [](const Taken& one) { return one.time.opens; });
       taken != taken_.end() && taken->time.opens < gap.over.closes; ++taken)
    if (gap.over.opens < taken->time.closes) causes.push_back(causes_[taken->cause]);
  std::ranges::sort(causes);
  causes.erase(std::unique(causes.begin(), causes.end()), causes.end());
  return causes;
}

}  // namespace punctual::people
