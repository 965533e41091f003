#include "domain/people/shared_week.h"

#include <algorithm>
#include <iterator>

#include "domain/calendar/merge.h"
#include "domain/calendar/open_dates.h"

namespace punctual::people {
namespace {

using std::chrono::days;

std::vector<Interval> open_on(const BusinessHours& hours, const TimeZone& zone, Date first, Date last) {
  std::vector<Interval> open;
  visit_dates(hours, zone, first, last, [&](Date, const Interval& interval) { open.push_back(interval); });
  return merged(std::move(open));
}

std::span<const Interval>::iterator first_after(std::span<const Interval> stretches, Instant t) {
  return std::ranges::upper_bound(stretches, t, {}, &Interval::closes);
}

/// The dates of one worker that read otherwise than the week, run by run: `use(first, last)`.
template <class Use>
void each_run(const BusinessHours& hours, const BusinessHours& week, Date first, Date last, Use use) {
  std::optional<std::pair<Date, Date>> run;
  const auto end = hours.exceptions.upper_bound(last);
  for (auto date = hours.exceptions.lower_bound(first); date != end; ++date) {
    // A week that is always open leaves exceptions it may have unread.
    const auto known = week.always_open ? week.exceptions.end() : week.exceptions.find(date->first);
    if (known != week.exceptions.end() && known->second == date->second) continue;
    if (run && date->first == run->second + days{1}) {
      run->second = date->first;
    } else {
      if (run) use(run->first, run->second);
      run = {date->first, date->first};
    }
  }
  if (run) use(run->first, run->second);
}

/// What the hours have within `over`, ascending and apart: without compiling years of them.
std::vector<Interval> stretches_of(const BusinessHours& hours, const TimeZone& zone, Interval over) {
  if (hours.always_open) return {over};
  // Nights reach over, and a zone may repeat or skip a date.
  return within(open_on(hours, zone, zone.date(over.opens) - days{3}, zone.date(over.closes) + days{1}),
                over);
}

}  // namespace

std::vector<Interval> within(std::span<const Interval> stretches, Interval window) {
  std::vector<Interval> found;
  for (auto one = first_after(stretches, window.opens); one != stretches.end() && one->opens < window.closes;
       ++one)
    found.push_back({std::max(one->opens, window.opens), std::min(one->closes, window.closes)});
  return found;
}

bool meets(std::span<const Interval> stretches, Interval window) {
  const auto one = first_after(stretches, window.opens);
  return one != stretches.end() && one->opens < window.closes;
}

std::vector<Interval> both(std::span<const Interval> a, std::span<const Interval> b) {
  std::vector<Interval> found;
  for (auto one = a.begin(), other = b.begin(); one != a.end() && other != b.end();) {
    const Interval shared{std::max(one->opens, other->opens), std::min(one->closes, other->closes)};
    if (shared.opens < shared.closes) found.push_back(shared);
    ++(one->closes < other->closes ? one : other);
  }
  return found;
}

SharedWeek::SharedWeek(const Worker& worker, Interval over)
    : week_(worker.week),
      zone_(worker.at_work.zone()),
      over_(over),
      planned_(stretches_of(*week_, zone_, over_)) {}

const std::vector<Interval>& SharedWeek::without_holidays() {
  if (!without_holidays_) {
    auto plain = *week_;
    plain.holidays.clear();
    without_holidays_ = stretches_of(plain, zone_, over_);
  }
  return *without_holidays_;
}

std::vector<Step> SharedWeek::differences(const Worker& worker) const {
  std::vector<Step> steps;
  if (worker.changes.empty()) return steps;
  std::vector<Interval> only;
  const auto add = [&](const std::vector<Interval>& stretches, const std::vector<Interval>& others, int n) {
    only.clear();
    std::ranges::set_difference(stretches, others, std::back_inserter(only));
    for (const Interval& there : only) {
      steps.push_back({there.opens, n});
      steps.push_back({there.closes, -n});
    }
  };
  const BusinessHours& hours = worker.at_work.rules().front().hours;
  const auto first = zone_.date(over_.opens) - days{3};
  const auto last = zone_.date(over_.closes) + days{1};
  each_run(hours, *week_, first, last, [&](Date from, Date to) {
    // A date's hours reach into the next at most: outside this nothing differs.
    const Interval window{std::max(zone_.midnight(from), over_.opens),
                          std::min(zone_.midnight(to + days{2}), over_.closes)};
    if (window.opens >= window.closes) return;
    const auto gone = within(planned_, window);
    const auto there = within(open_on(hours, zone_, from - days{1}, to + days{1}), window);
    add(gone, there, -1);
    add(there, gone, 1);
  });
  std::ranges::sort(steps, {}, &Step::at);
  return steps;
}

std::vector<std::pair<SharedWeek*, int>> weeks_of(std::span<const Member> members) {
  std::vector<std::pair<SharedWeek*, int>> weeks;
  for (const Member& member : members) {
    const auto known = std::ranges::find(weeks, member.week, &std::pair<SharedWeek*, int>::first);
    if (known == weeks.end())
      weeks.emplace_back(member.week, 1);
    else
      ++known->second;
  }
  return weeks;
}

}  // namespace punctual::people
