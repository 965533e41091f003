#include "domain/sla/stretch_periods.h"

#include <algorithm>

#include "domain/calendar/sentences.h"

namespace punctual::sla {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month_day;
using std::chrono::years;

struct Bounds {
  Date first;
  Date next;
  std::string name;
};

Bounds bounds_of(Date d, Period period) {
  const year_month_day ymd{d};
  const auto year = std::to_string(static_cast<int>(ymd.year()));
  const auto first_of = [](std::chrono::year_month month) { return Date{month / std::chrono::day{1}}; };
  switch (period) {
    case Period::week: {
      const auto monday = d - days{weekday_index(d)};
      return {monday, monday + days{7},
              "Week of " + spoken(monday) + " " +
                  std::to_string(static_cast<int>(year_month_day{monday}.year()))};
    }
    case Period::month: {
      const auto month = ymd.year() / ymd.month();
      return {first_of(month), first_of(month + months{1}), std::string(spoken(ymd.month())) + " " + year};
    }
    case Period::year:
      break;
  }
  const auto january = ymd.year() / std::chrono::January;
  return {first_of(january), first_of(january + years{1}), year};
}

void add(PeriodSum& sum, const Stretch& stretch, Phase phase, Seconds length) {
  if (stretch.reason == Reason::holiday) {
    auto name = stretch.name.empty() ? std::string("a holiday") : stretch.name;
    if (std::ranges::find(sum.holidays, name) == sum.holidays.end()) sum.holidays.push_back(std::move(name));
  }
  if (stretch.reason != Reason::open) return;
  (phase == Phase::past ? sum.past : phase == Phase::ahead ? sum.ahead : sum.late) += length;
}

}  // namespace

std::vector<PeriodSum> sums_of(const Clock& clock, const ExplainedClock& explained, const TimeZone& zone,
                               Period period) {
  std::vector<PeriodSum> sums;
  for (const auto& stretch : explained.explanation.stretches) {
    if (clock.stopped && stretch.time.closes > explained.until) break;
    for (auto from = stretch.time.opens; from < stretch.time.closes;) {
      const auto bounds = bounds_of(zone.date(from), period);
      // Where a zone goes back over midnight, a date comes twice; time goes on all the same.
      auto until = std::min(zone.midnight(bounds.next), stretch.time.closes);
      if (until <= from) until = stretch.time.closes;
      if (sums.empty() || sums.back().name != bounds.name) sums.push_back({.name = bounds.name});
      add(sums.back(), stretch, explained.phase_of(stretch), until - from);
      from = until;
    }
  }
  return sums;
}

}  // namespace punctual::sla
