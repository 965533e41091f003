#include "domain/people/gap_causes.h"

#include <algorithm>
#include <set>

namespace punctual::people {
namespace {

using std::chrono::days;
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

bool meet(const Interval& a, const Interval& b) {
  return a.opens < b.closes && b.opens < a.closes;
}

Interval overlap(const Interval& a, const Interval& b) {
  return {std::max(a.opens, b.opens), std::min(a.closes, b.closes)};
}

}  // namespace

GapCauses::GapCauses(std::span<const Worker* const> members, int needed) : needed_(needed) {
  for (const Worker* member : members) {
    const TimeZone& zone = member->at_work.zone();
    auto plain = member->week;
    plain.holidays.clear();
    weeks_.push_back(countable(std::move(plain), zone));
    planned_.push_back(member->changes.empty() ? member->at_work : countable(member->week, zone));
    members_.push_back(member);
  }
}

std::vector<Cause> GapCauses::of(const Gap& gap) const {
  if (members_.empty()) return {{.kind = Kind::nobody}};
  std::set<Cause> causes;
  const auto always = Calendar::always(members_.front()->at_work.zone());
  if (!pieces_of_gaps(always, weeks_, needed_, gap.over).empty()) causes.insert({.kind = Kind::week});
  for (std::size_t i = 0; i < members_.size(); ++i) {
    const Worker& member = *members_[i];
    const TimeZone& zone = member.at_work.zone();
    // An interval may have begun on the date before.
    const Date first = zone.date(gap.over.opens) - days{1};
    const Date last = zone.date(gap.over.closes);
    const auto end = member.week.holidays.upper_bound(last);
    for (auto holiday = member.week.holidays.lower_bound(first); holiday != end; ++holiday)
      if (!member.week.exceptions.contains(holiday->first))
        for (const Interval& hours : weeks_[i].on(holiday->first))
          if (meet(hours, gap.over)) causes.insert({.kind = Kind::holiday, .name = holiday->second});
    for (const RotaChange& change : member.changes) {
      if (change.kind == RotaChange::Kind::swap_extra || change.last < first || last < change.first) continue;
      for (Date d = std::max(first, change.first); d <= std::min(last, change.last); d += days{1})
        if (takes_away(planned_[i], change, d, gap.over))
          causes.insert({.kind = kind_of(change.kind), .person = member.id});
    }
  }
  return {causes.begin(), causes.end()};
}

bool GapCauses::takes_away(const Calendar& planned, const RotaChange& change, Date d, const Interval& gap) {
  if (!change.hours) {
    return std::ranges::any_of(planned.on(d), [&](const Interval& hours) { return meet(hours, gap); });
  }
  const TimeZone& zone = planned.zone();
  const Interval part{zone.first_at_or_after(d + std::chrono::minutes{change.hours->open}),
                      zone.first_at_or_after(d + std::chrono::minutes{change.hours->close})};
  const auto common = overlap(part, gap);
  return common.length() > Seconds{0} && planned.elapsed(common.opens, common.closes) > Seconds{0};
}

}  // namespace punctual::people
