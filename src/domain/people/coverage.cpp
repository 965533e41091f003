#include "domain/people/coverage.h"

#include <algorithm>

namespace punctual::people {
namespace {

/// Somebody comes (+1) or goes (-1).
struct Step {
  Instant at;
  int change;
};

std::vector<Step> steps_of(std::span<const Calendar> at_work, Interval over) {
  std::vector<Step> steps;
  for (const Calendar& calendar : at_work)
    for (const Interval& there : calendar.intervals(over.opens, over.closes)) {
      steps.push_back({there.opens, 1});
      steps.push_back({there.closes, -1});
    }
  std::ranges::sort(steps, {}, &Step::at);
  return steps;
}

}  // namespace

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
  const auto steps = steps_of(at_work, over);
  std::vector<Gap> pieces;
  auto step = steps.begin();
  int present = 0;
  for (const Interval& open : promised.intervals(over.opens, over.closes)) {
    for (Instant from = open.opens; from < open.closes;) {
      for (; step != steps.end() && step->at <= from; ++step) present += step->change;
      const Instant to = step == steps.end() ? open.closes : std::min(step->at, open.closes);
      if (present < needed) {
        if (!pieces.empty() && pieces.back().over.closes == from && pieces.back().present == present)
          pieces.back().over.closes = to;
        else
          pieces.push_back({{from, to}, present});
      }
      from = to;
    }
  }
  return pieces;
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
