#include "domain/people/coverage.h"

#include <algorithm>

#include "domain/people/steps.h"

namespace punctual::people {
Calendar countable(BusinessHours hours, const TimeZone& zone) {
  return hours.always_open ? Calendar::always(zone) : Calendar::compile(std::move(hours), zone);
}

std::optional<Worker> Worker::of(PersonId id, BusinessHours week, const std::map<Date, std::string>& holidays,
                                 std::vector<RotaChange> changes, const ZoneSource& zones) {
  const auto zone = zones.find(week.zone);
  if (!zone) return std::nullopt;
  week.holidays.insert(holidays.begin(), holidays.end());
  auto hours = people::at_work(week, changes);
  return Worker{id, std::move(week), std::move(changes), countable(std::move(hours), *zone)};
}

std::vector<Gap> pieces_of_gaps(const Calendar& promised, std::span<const Calendar> at_work, int needed,
                                Interval over) {
  Steps steps;
  for (const Calendar& calendar : at_work) steps.add(calendar.intervals(over.opens, over.closes), 1);
  return lacking(promised.intervals(over.opens, over.closes), std::move(steps).take(), needed);
}

std::vector<Gap> joined(std::span<const Gap> pieces) {
  std::vector<Gap> gaps;
  for (const Gap& piece : pieces) {
    if (gaps.empty() || gaps.back().over.closes < piece.over.opens) {
      gaps.push_back(piece);
    } else {
      gaps.back().over.closes = piece.over.closes;
      gaps.back().present = std::min(gaps.back().present, piece.present);
    }
  }
  return gaps;
}

std::vector<Gap> opened(std::span<const Gap> before, std::span<const Gap> after) {
  std::vector<Gap> opened;
  auto known = before.begin();
  for (const Gap& gap : after) {
    Instant from = gap.over.opens;
    const auto add = [&](Instant to) {
      if (from < to) opened.push_back({{from, to}, gap.present});
    };
    for (; known != before.end() && known->over.closes <= from; ++known) {
    }
    for (auto one = known; one != before.end() && one->over.opens < gap.over.closes; ++one) {
      if (one->present > gap.present) continue;
      add(one->over.opens);
      from = std::max(from, one->over.closes);
    }
    add(gap.over.closes);
  }
  return opened;
}

}  // namespace punctual::people
